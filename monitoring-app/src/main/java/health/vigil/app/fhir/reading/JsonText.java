package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * JSON before anybody asks whether it is FHIR: UTF-8, no name twice in an object, nothing after the
 * end, nested and long within bounds, numbers with all the digits that were sent.
 */
final class JsonText {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 100;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final ObjectMapper STRICT =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonText() {}

  static Parsed<ObjectNode> object(byte[] body) {
    try {
      JsonNode read = STRICT.readTree(text(body));
      return read instanceof ObjectNode object
          ? new Understood<>(object)
          : unreadable("one JSON object is required");
    } catch (CharacterCodingException noText) {
      return unreadable(noText);
    } catch (JsonProcessingException | NumberFormatException noJson) {
      return noJson(noJson);
    }
  }

  private static String text(byte[] body) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Parsed<ObjectNode> unreadable(CharacterCodingException ignored) {
    return unreadable("the body is not UTF-8");
  }

  /** The parser's own words would repeat what was sent. */
  private static Parsed<ObjectNode> noJson(Exception ignored) {
    return unreadable(
        "the body is not well-formed JSON, names a field twice in one object, has a number of more"
            + " than "
            + LONGEST_NUMBER
            + " characters, or is nested deeper than "
            + DEEPEST
            + " levels");
  }

  private static Parsed<ObjectNode> unreadable(String diagnostics) {
    return new Unreadable<>(400, List.of(Issue.error(IssueType.STRUCTURE, null, diagnostics)));
  }
}
