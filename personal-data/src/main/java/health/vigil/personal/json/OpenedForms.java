package health.vigil.personal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Stored JSON with whatever is sealed in it opened, wherever it stands. */
public final class OpenedForms {
  private final PersonalDataCodec codec;

  public OpenedForms(PersonalDataCodec codec) {
    this.codec = codec;
  }

  /** A copy; what is given stays as it is. */
  public JsonNode of(JsonNode stored) {
    return opened("", stored);
  }

  private JsonNode opened(String property, JsonNode stored) {
    JsonNode node = codec.open(property, stored);
    if (node instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), opened(e.getKey(), e.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(opened(property, element)));
      return copy;
    }
    return node;
  }
}
