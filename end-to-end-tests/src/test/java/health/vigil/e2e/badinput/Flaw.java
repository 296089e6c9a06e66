package health.vigil.e2e.badinput;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.e2e.badinput.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a body in a way that no reader may accept. */
enum Flaw {
  UNKNOWN_FIELD {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      return bytes(body.put("shoeSize" + random.nextInt(100), Values.MARKER));
    }
  },
  WRONG_TYPE {
    @Override
    byte @Nullable [] spoil(ObjectNode body, JsonNode schema, Random random) {
      List<Entry<String, JsonNode>> fields =
          new ArrayList<>(schema.path("properties").properties());
      if (fields.isEmpty()) {
        return null;
      }
      String field = fields.get(random.nextInt(fields.size())).getKey();
      body.putArray(field).addArray().add(Values.MARKER);
      return bytes(body);
    }
  },
  MISSING_FIELD {
    @Override
    byte @Nullable [] spoil(ObjectNode body, JsonNode schema, Random random) {
      JsonNode required = schema.path("required");
      if (required.isEmpty()) {
        return null;
      }
      String field = required.path(random.nextInt(required.size())).asText();
      return bytes(random.nextBoolean() ? body.putNull(field) : body.without(field));
    }
  },
  CUT_OFF {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      String whole = body.toString();
      // Cut off at once it would be no body, which some accept.
      return whole.substring(0, 1 + random.nextInt(whole.length() - 1)).getBytes(UTF_8);
    }
  },
  TEXT_AFTER_THE_END {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      return (body + " {}").getBytes(UTF_8);
    }
  },
  NOT_UTF_8 {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      byte[] bytes = bytes(body.put("reason", Values.MARKER));
      bytes[bytes.length - 3] = (byte) 0xff;
      return bytes;
    }
  },
  NOT_A_NUMBER {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      return withField(body, "pulse", random.nextBoolean() ? "NaN" : "-Infinity");
    }
  },
  TWICE {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      return withField(body.put("reason", "a"), "reason", "\"b\"");
    }
  },
  THOUSAND_LEVELS {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      String nested =
          random.nextBoolean()
              ? "[".repeat(1_000) + "]".repeat(1_000)
              : "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000);
      return withField(body, "device", nested);
    }
  },
  HUGE_NUMBER {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      return withField(
          body,
          "temperature",
          switch (random.nextInt(3)) {
            case 0 -> "1e999999999";
            case 1 -> "9".repeat(5_000);
            default -> "-1e-999999999";
          });
    }
  },
  NO_OBJECT {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      List<String> others = List.of("[]", "7", "\"" + Values.MARKER + "\"", "true", "[{}]", "<a/>");
      return others.get(random.nextInt(others.size())).getBytes(UTF_8);
    }
  },
  TOO_LONG {
    @Override
    byte[] spoil(ObjectNode body, JsonNode schema, Random random) {
      return bytes(body.put("device", "x".repeat(200_000)));
    }
  };

  /** The spoilt body, null where a body of this schema can not have the flaw. */
  abstract byte @Nullable [] spoil(ObjectNode body, JsonNode schema, Random random);

  /** As {@link #spoil}; operations that need no body can not be spoilt. */
  byte @Nullable [] in(Operation operation, Values values, Random random) {
    JsonNode schema = operation.body();
    return schema == null ? null : spoil(values.object(schema), schema, random);
  }

  private static byte[] bytes(JsonNode body) {
    return body.toString().getBytes(UTF_8);
  }

  private static byte[] withField(ObjectNode body, String field, String raw) {
    String start = body.isEmpty() ? "{" : body.toString().replaceFirst("}$", ",");
    return (start + "\"" + field + "\":" + raw + "}").getBytes(UTF_8);
  }
}
