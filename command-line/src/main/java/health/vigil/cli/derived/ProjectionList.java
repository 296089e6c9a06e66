package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.Api;

/** Where the API has the read models. */
final class ProjectionList {

  static final String PATH = "/operations/projections";

  private ProjectionList() {}

  /** Each with its name, in the order of the API. */
  static JsonNode of(Api api) throws InterruptedException {
    return api.get(PATH);
  }

  static JsonNode items(JsonNode list) {
    return list.isArray() ? list : list.path("items");
  }

  static String path(String name) {
    return PATH + "/" + Api.segment(name);
  }
}
