package health.vigil.store.chain;

import health.vigil.store.RecordedEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of the chain in the layout {@value #LAYOUT}, which docs/reference/log-format.md lays
 * down: the digest of an event says what it is, its hash covers the digest, the event's place and
 * time in the log, and the hash before it.
 *
 * <p>One at a time: it keeps its buffers between calls, so it is not for several threads at once.
 */
public final class LogHash {

  /** The layout's name; another layout would have another. */
  public static final String LAYOUT = "vigil-log-1";

  /** Bytes of a hash. */
  public static final int LENGTH = 32;

  private final Netstrings text = new Netstrings();

  /** What stands for the hash before the first event: 32 zero bytes. */
  public static byte[] beforeFirst() {
    return new byte[LENGTH];
  }

  /** The digest of an event: all that is stored of it but position, time of recording and hash. */
  public byte[] digest(RecordedEvent event) {
    text.text(event.eventIdentifier())
        .text(event.streamId())
        .number(event.sequence())
        .text(event.streamType())
        .text(event.type())
        .text(event.revision())
        .time(UtcText.micros(event.occurredAt()))
        .text(event.payload())
        .text(event.metadata());
    return finished();
  }

  /** The hash of the event at a position. */
  public byte[] link(byte[] previous, long position, Instant recordedAt, byte[] digest) {
    text.hash(previous).number(position).time(UtcText.micros(recordedAt)).hash(digest);
    return finished();
  }

  /**
   * The hash that an event has to have.
   *
   * @param previous the hash of the event before it, in 64 hexadecimal digits
   * @return 64 lower-case hexadecimal digits
   */
  public String of(RecordedEvent event, String previous) {
    byte[] before = HexFormat.of().parseHex(previous);
    return HexFormat.of()
        .formatHex(link(before, event.position(), event.recordedAt(), digest(event)));
  }

  /**
   * The hash of an event whose values are texts already, as in an export.
   *
   * @param previous the hash of the event before it
   * @param described the nine values that the digest covers, in their order
   */
  public byte[] link(
      byte[] previous, String position, String recordedAt, List<@Nullable String> described) {
    described.forEach(text::text);
    byte[] digest = finished();
    text.hash(previous).text(position).text(recordedAt).hash(digest);
    return finished();
  }

  /** As {@link #link}, over the row's digest, into the array. */
  void link(byte[] previous, StoredRow row, byte[] into) {
    row.describeTo(text);
    text.finish(into);
    text.hash(previous).number(row.position()).time(row.recordedAt()).hash(into);
    text.finish(into);
  }

  private byte[] finished() {
    byte[] hash = new byte[LENGTH];
    text.finish(hash);
    return hash;
  }
}
