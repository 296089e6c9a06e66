package health.vigil.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document that the application serves, as far as requests go. */
record ApiDocument(JsonNode document) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  /** One call of the API. */
  record Operation(
      String method, String path, List<Parameter> parameters, @Nullable JsonNode body) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /**
   * @param in path, query or header
   */
  record Parameter(String name, String in, JsonNode schema) {}

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(call -> METHODS.contains(call.getKey()))
                    .map(call -> operation(path.getKey(), call.getKey(), call.getValue()))
                    .forEach(operations::add));
    return operations;
  }

  private Operation operation(String path, String method, JsonNode call) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode given : call.path("parameters")) {
      JsonNode parameter = resolved(given);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              resolved(parameter.path("schema"))));
    }
    JsonNode body = call.at("/requestBody/content/application~1json/schema");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.isMissingNode() ? null : resolved(body));
  }

  /** The schema itself; what stands beside a reference adds to what it refers to. */
  JsonNode resolved(JsonNode schema) {
    String reference = schema.path("$ref").asText("");
    if (reference.isEmpty()) {
      return schema;
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.setAll((ObjectNode) resolved(document.at(reference.substring(1))));
    schema.properties().stream()
        .filter(entry -> !entry.getKey().equals("$ref"))
        .forEach(entry -> whole.set(entry.getKey(), entry.getValue()));
    return whole;
  }
}
