package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** One form for one content: names in order, numbers without trailing zeros. */
final class Canonical {
  /** What a server changes when it passes a resource on. */
  private static final Set<String> OF_THE_COPY = Set.of("id", "meta", "text");

  private static final String STATUS = "status";

  /** That a value has become final is nothing new about it. */
  private static final Set<String> AS_GOOD_AS_FINAL = Set.of("preliminary", "unknown");

  private Canonical() {}

  static String content(ObjectNode resource) {
    ObjectNode said = resource.deepCopy().remove(OF_THE_COPY);
    if (AS_GOOD_AS_FINAL.contains(said.path(STATUS).asText())) {
      said.put(STATUS, "final");
    }
    return form(said).toString();
  }

  private static JsonNode form(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return sorted(object);
    }
    if (node instanceof ArrayNode list) {
      ArrayNode formed = JsonNodeFactory.instance.arrayNode(list.size());
      list.forEach(element -> formed.add(form(element)));
      return formed;
    }
    return node.isNumber() ? DecimalNode.valueOf(node.decimalValue().stripTrailingZeros()) : node;
  }

  private static ObjectNode sorted(ObjectNode object) {
    ObjectNode formed = JsonNodeFactory.instance.objectNode();
    for (String name :
        new TreeSet<>(object.propertyStream().map(java.util.Map.Entry::getKey).toList())) {
      formed.set(name, form(object.get(name)));
    }
    return formed;
  }
}
