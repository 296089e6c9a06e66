package health.vigil.store.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed statement that the log had a hash at a position, and with it exactly the events up to
 * there. Its forms are laid down in docs/reference/log-format.md.
 *
 * @param epoch the epoch of the log
 * @param position of an event, from 1
 * @param hash of that event, 64 lower-case hexadecimal digits
 * @param at when it was signed, in whole microseconds, by the signing node's clock
 * @param key the identifier of the key
 * @param signature Ed25519 over {@link #text()}, in Base64
 */
public record Checkpoint(
    String epoch, long position, String hash, Instant at, String key, String signature) {

  /** The name of this form; another form would have another. */
  public static final String FORM = "vigil-checkpoint-1";

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"checkpoint\":\"vigil-checkpoint-1\",\"epoch\":\"([0-9a-z]+)\","
              + "\"position\":([1-9][0-9]{0,17}),\"hash\":\"([0-9a-f]{64})\","
              + "\"at\":\"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z)\","
              + "\"key\":\"([0-9a-f]{16})\",\"signature\":\"([A-Za-z0-9+/]{86}==)\"\\}");

  /** The exact text that is signed: six lines, each ended by a line feed, in UTF-8. */
  public String text() {
    return textOf(epoch, position, hash, at, key);
  }

  static String textOf(String epoch, long position, String hash, Instant at, String key) {
    return """
        %s
        epoch %s
        position %s
        hash %s
        at %s
        key %s
        """
        .formatted(FORM, epoch, Long.toString(position), hash, written(at), key);
  }

  /** One line of JSON, without the line feed. */
  public String line() {
    return "{\"checkpoint\":\"%s\",\"epoch\":\"%s\",\"position\":%s,\"hash\":\"%s\",\"at\":\"%s\",\"key\":\"%s\",\"signature\":\"%s\"}"
        .formatted(FORM, epoch, Long.toString(position), hash, written(at), key, signature);
  }

  /** Reads what {@link #line()} writes, exactly; empty for anything else. */
  public static Optional<Checkpoint> parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return instant(parts.group(4))
        .map(
            at ->
                new Checkpoint(
                    parts.group(1),
                    Long.parseLong(parts.group(2)),
                    parts.group(3),
                    at,
                    parts.group(5),
                    parts.group(6)));
  }

  /** What only looks like a time is none. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String written(Instant at) {
    byte[] text = new byte[UtcText.LONGEST];
    int length = new UtcText().write(UtcText.micros(at.truncatedTo(ChronoUnit.MICROS)), text, 0);
    return new String(text, 0, length, US_ASCII);
  }
}
