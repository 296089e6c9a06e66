package health.vigil.cli.derived;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.cli.place.Api;
import java.util.ArrayList;
import java.util.List;

/** Where the API has the read models. */
final class ProjectionList {

  static final String PATH = "/operations/projections";

  private ProjectionList() {}

  /** Each with its name, in the order of the API. */
  static JsonNode of(Api api) throws InterruptedException {
    return api.get(PATH);
  }

  static JsonNode items(JsonNode list) {
    return list.path("items");
  }

  /** The names of all. */
  static List<String> names(Api api) throws InterruptedException {
    List<String> names = new ArrayList<>();
    items(of(api)).forEach(each -> names.add(each.path("name").asText()));
    return names;
  }

  static String path(String name) {
    return PATH + "/" + Api.segment(name);
  }
}
