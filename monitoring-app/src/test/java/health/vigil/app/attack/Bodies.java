package health.vigil.app.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bodies that the API's own document describes, by what is posted or put where. */
final class Bodies {
  private final Map<String, Object> document;

  /**
   * @param document of the API, as JSON
   */
  Bodies(Map<String, Object> document) {
    this.document = document;
  }

  /**
   * A call with a body.
   *
   * @param example of a body, as far as the document has one
   * @param texts the fields that take text
   */
  record Call(String method, String path, Map<String, Object> example, List<String> texts) {}

  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    map(document, "paths")
        .forEach(
            (path, operations) -> {
              for (String method : List.of("post", "put")) {
                Map<String, Object> schema =
                    schema(map(map(map(cast(operations), method), "requestBody"), "content"));
                if (!schema.isEmpty()) {
                  calls.add(new Call(method, path, example(schema), texts(schema)));
                }
              }
            });
    return calls;
  }

  private Map<String, Object> schema(Map<String, Object> content) {
    String reference = String.valueOf(map(map(content, "application/json"), "schema").get("$ref"));
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    return map(map(map(document, "components"), "schemas"), name);
  }

  private static Map<String, Object> example(Map<String, Object> schema) {
    return schema.get("examples") instanceof List<?> some && some.get(0) instanceof Map<?, ?>
        ? new LinkedHashMap<>(cast(some.get(0)))
        : new LinkedHashMap<>();
  }

  private static List<String> texts(Map<String, Object> schema) {
    return map(schema, "properties").entrySet().stream()
        .filter(
            property -> String.valueOf(cast(property.getValue()).get("type")).contains("string"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<String, Object> map(Map<String, Object> of, String name) {
    return of.get(name) == null ? Map.of() : cast(of.get(name));
  }

  @SuppressWarnings("unchecked") // JSON objects have texts as names
  private static Map<String, Object> cast(Object json) {
    return (Map<String, Object>) json;
  }
}
