package health.vigil.store.export;

import health.vigil.store.chain.LogHash;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.chain.VerifyingKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed statement which part of the log an export holds. Its forms are laid down in
 * docs/reference/log-format.md.
 *
 * @param id of the export, as the log tells of it
 * @param epoch of the log
 * @param first position, from 1
 * @param last position, not before the first
 * @param count of events, as many as there are positions
 * @param before the hash of the event before the first, 64 zeros when there is none
 * @param hash of the last event
 * @param at when the export was made, in whole microseconds
 * @param key the identifier of the key
 * @param signature Ed25519 over {@link #text()}, in Base64
 */
public record ExportManifest(
    String id,
    String epoch,
    long first,
    long last,
    long count,
    String before,
    String hash,
    Instant at,
    String key,
    String signature) {

  /** The name of this form; another form would have another. */
  public static final String FORM = "vigil-export-1";

  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"export\":\"vigil-export-1\",\"id\":\"([0-9a-z-]{1,64})\",\"epoch\":\"([0-9a-z]+)\","
              + "\"first\":([1-9][0-9]{0,17}),\"last\":([1-9][0-9]{0,17}),\"count\":([1-9][0-9]{0,17}),"
              + "\"before\":\"([0-9a-f]{64})\",\"hash\":\"([0-9a-f]{64})\","
              + "\"at\":\"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{6}Z)\","
              + "\"key\":\"([0-9a-f]{16})\",\"signature\":\"([A-Za-z0-9+/]{86}==)\"\\}");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /**
   * What an export is to hold.
   *
   * @param id of the export: digits, lower-case letters and hyphens
   * @param before the hash of the event before the first, 64 hexadecimal digits
   * @param hash of the last event
   */
  public record Part(String id, String epoch, long first, long last, String before, String hash) {
    /** As many as there are positions: they have no gaps. */
    public long count() {
      return last - first + 1;
    }
  }

  /** Signs; the same part, time and key have the same signature. */
  public static ExportManifest of(Part part, Instant time, SigningKey key) {
    ExportManifest unsigned = unsigned(part, time, key.verifyingKey());
    return unsigned.with(key.signature(unsigned.text()));
  }

  private static ExportManifest unsigned(Part part, Instant time, VerifyingKey key) {
    return new ExportManifest(
        part.id(),
        part.epoch(),
        part.first(),
        part.last(),
        part.count(),
        part.before(),
        part.hash(),
        time.truncatedTo(ChronoUnit.MICROS),
        key.id(),
        "");
  }

  private ExportManifest with(String signed) {
    return new ExportManifest(id, epoch, first, last, count, before, hash, at, key, signed);
  }

  /** The hash that the first event rests on; what stands before position 1 nobody can choose. */
  byte[] link() {
    return first == 1 ? LogHash.beforeFirst() : HexFormat.of().parseHex(before);
  }

  /** Whether one of the keys signed exactly this. */
  public boolean isSignedBy(Collection<VerifyingKey> keys) {
    return keys.stream()
        .anyMatch(known -> known.id().equals(key) && known.signed(text(), signature));
  }

  /** When the export was made, as it is signed: {@code 2026-11-23T13:06:00.000000Z}. */
  public String atText() {
    return TIME.format(at);
  }

  /** The exact text that is signed: ten lines, each ended by a line feed, in UTF-8. */
  public String text() {
    return """
        %s
        id %s
        epoch %s
        first %s
        last %s
        count %s
        before %s
        hash %s
        at %s
        key %s
        """
        .formatted(
            FORM,
            id,
            epoch,
            digits(first),
            digits(last),
            digits(count),
            before,
            hash,
            atText(),
            key);
  }

  /** One line of JSON, without the line feed. */
  public String line() {
    return ("{\"export\":\"%s\",\"id\":\"%s\",\"epoch\":\"%s\",\"first\":%s,\"last\":%s,\"count\":%s,"
            + "\"before\":\"%s\",\"hash\":\"%s\",\"at\":\"%s\",\"key\":\"%s\",\"signature\":\"%s\"}")
        .formatted(
            FORM,
            id,
            epoch,
            digits(first),
            digits(last),
            digits(count),
            before,
            hash,
            atText(),
            key,
            signature);
  }

  private static String digits(long number) {
    return Long.toString(number);
  }

  /**
   * Reads what {@link #line()} writes, exactly; empty for anything else. The signature is not
   * looked at.
   */
  public static Optional<ExportManifest> parse(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? read(parts).filter(read -> read.line().equals(line))
        : Optional.empty();
  }

  private static Optional<ExportManifest> read(Matcher parts) {
    long first = Long.parseLong(parts.group(3));
    long last = Long.parseLong(parts.group(4));
    long count = Long.parseLong(parts.group(5));
    if (last < first || count != last - first + 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ExportManifest(
              parts.group(1),
              parts.group(2),
              first,
              last,
              count,
              parts.group(6),
              parts.group(7),
              Instant.parse(parts.group(8)),
              parts.group(9),
              parts.group(10)));
    } catch (DateTimeException onlyLooksLikeOne) {
      return Optional.empty();
    }
  }
}
