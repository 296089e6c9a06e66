package health.vigil.store.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import health.vigil.store.chain.LogHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event as an export has it: the names of the form, each once and in their order, with texts.
 *
 * <p>Nothing is mended: two lines that differ in more than white space between the values, or in
 * how a character is escaped, are never the same event.
 */
record ExportLine(List<@Nullable String> values) {

  private static final List<String> NAMES =
      List.of(
          "position",
          "recorded_at",
          "event_identifier",
          "stream_id",
          "sequence_number",
          "stream_type",
          "payload_type",
          "payload_revision",
          "occurred_at",
          "payload",
          "metadata",
          "hash");

  private static final int POSITION = 0;
  private static final int RECORDED_AT = 1;
  private static final int HASH = 11;

  private static final JsonFactory JSON = new JsonFactory();

  /** Reads a line; empty when it is no event of this form. */
  static Optional<ExportLine> parse(byte[] line) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
      return values(text)
          .filter(values -> isUnicode(text, values))
          .map(ExportLine::new)
          .filter(ExportLine::hasPlaceAndTime);
    } catch (JsonProcessingException | CharacterCodingException notOne) {
      return Optional.empty();
    } catch (IOException impossible) {
      throw new IllegalStateException("a text can be read", impossible);
    }
  }

  private static Optional<List<@Nullable String>> values(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      List<@Nullable String> values = new ArrayList<>(NAMES.size());
      boolean fits = parser.nextToken() == JsonToken.START_OBJECT;
      for (int i = 0; fits && i < NAMES.size(); i++) {
        fits = NAMES.get(i).equals(parser.nextFieldName()) && isValue(parser.nextToken());
        values.add(parser.getValueAsString());
      }
      fits = fits && parser.nextToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
      return fits ? Optional.of(values) : Optional.empty();
    }
  }

  private static boolean isValue(@Nullable JsonToken token) {
    return token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL;
  }

  /** Half a character has no UTF-8, and would be hashed as if it were a question mark. */
  private static boolean isUnicode(String text, List<@Nullable String> values) {
    return !text.contains("\\u")
        || values.stream().allMatch(value -> value == null || UTF_8.newEncoder().canEncode(value));
  }

  /** A number is written in one way only, or another verifier might read another. */
  private boolean hasPlaceAndTime() {
    return text(POSITION).matches("[1-9][0-9]{0,17}") && !recordedAt().isEmpty();
  }

  /** Where it says that it stands. */
  long position() {
    return Long.parseLong(text(POSITION));
  }

  /** When it was recorded; not empty, and of later events not less, character by character. */
  String recordedAt() {
    return text(RECORDED_AT);
  }

  /** Lower-case hexadecimal digits, if it is what it should be. */
  String hash() {
    return text(HASH);
  }

  private String text(int value) {
    String text = values.get(value);
    return text == null ? "" : text;
  }

  /** The hash that it has to have after this one. */
  byte[] link(byte[] previous, LogHash hashes) {
    return hashes.link(
        previous, text(POSITION), recordedAt(), values.subList(RECORDED_AT + 1, HASH));
  }
}
