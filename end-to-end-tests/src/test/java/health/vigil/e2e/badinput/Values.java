package health.vigil.e2e.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Values of the types that a schema asks for: what people send, and what nobody thought of. */
final class Values {
  /** Stands in each text that is made up, so that it is recognised where it must not be. */
  static final String MARKER = "Qwxyzzy";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          MARKER,
          MARKER + "'; DROP TABLE events; --",
          "${jndi:ldap://" + MARKER + "}",
          MARKER + "\r\nX-Header: 1",
          MARKER + "\u0000",
          MARKER + "\ud83e\udec0\u202e",
          "../../" + MARKER,
          MARKER.repeat(2_000),
          "<b>" + MARKER + "</b>",
          "null");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "7",
          "36.8",
          "96",
          "120",
          "0.1",
          "-0.0",
          "2147483648",
          "1e3",
          "1e15",
          "9223372036854775807",
          "0.00000000001",
          "36.0999984");
  private static final List<String> TIMES =
      List.of(
          "1850-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "1970-01-01T00:00:00+14:00",
          "2016-12-31T23:59:60Z",
          "2026-02-30T08:00:00Z",
          "2026-11-23T08:00:00.123456789123Z");

  private final ApiDocument api;
  private final World world;
  private final Random random;

  Values(ApiDocument api, World world, Random random) {
    this.api = api;
    this.world = world;
    this.random = random;
  }

  /** A value of the schema's type; whether it is acceptable nobody knows. */
  JsonNode of(String name, JsonNode given) {
    JsonNode schema = api.resolved(given);
    if (schema.has("enum") && random.nextInt(10) > 0) {
      return any(schema.path("enum"));
    }
    return switch (schema.path("type").asText()) {
      case "object" -> object(schema);
      case "array" -> list(name, schema);
      case "integer" -> NODES.numberNode(random.nextInt(4) == 0 ? random.nextLong() : small());
      case "number" -> NODES.numberNode(new BigDecimal(any(NUMBERS)));
      case "boolean" -> NODES.booleanNode(random.nextBoolean());
      default -> NODES.textNode(text(name, schema));
    };
  }

  /** Mostly the example of the document with some of its fields changed. */
  ObjectNode object(JsonNode schema) {
    ObjectNode made = NODES.objectNode();
    JsonNode example = schema.path("examples").path(0);
    if (example.isObject()) {
      made.setAll(((ObjectNode) example).deepCopy());
      makeCurrent(made);
    }
    if (example.isObject() && random.nextBoolean()) {
      return made;
    }
    for (var property : schema.path("properties").properties()) {
      if (random.nextInt(example.isObject() ? 8 : 2) == 0) {
        made.set(property.getKey(), of(property.getKey(), property.getValue()));
      }
    }
    JsonNode others = schema.path("additionalProperties");
    if (others.isObject() && random.nextBoolean()) {
      made.set(world.vital(random), of("", others));
    }
    return made;
  }

  /** Examples name nobody of this ward, and times long gone. */
  private void makeCurrent(ObjectNode example) {
    example
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (random.nextInt(10) > 0) {
                world.value(field, random).ifPresent(value -> example.put(field, value));
              }
            });
  }

  private ArrayNode list(String name, JsonNode schema) {
    ArrayNode list = NODES.arrayNode();
    for (int i = random.nextInt(3); i > 0; i--) {
      list.add(of(name, schema.path("items")));
    }
    return list;
  }

  String text(String name, JsonNode schema) {
    if (random.nextInt(3) > 0 && world.value(name, random).isPresent()) {
      return world.value(name, random).get();
    }
    if (schema.path("format").asText().equals("date-time")) {
      return time();
    }
    return any(ODD);
  }

  private String time() {
    return random.nextBoolean()
        ? any(TIMES)
        : Instant.now().plusSeconds(random.nextInt(20_000) - 15_000).toString();
  }

  private int small() {
    return random.nextInt(700) - 100;
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private JsonNode any(JsonNode choices) {
    return choices.path(random.nextInt(choices.size()));
  }
}
