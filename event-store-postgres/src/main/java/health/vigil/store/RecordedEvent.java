package health.vigil.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One row of the log.
 *
 * @param position its place in the log: from 1, without gaps, in the order of commits
 * @param streamId the stream it belongs to; its own identifier when it belongs to none
 * @param sequence its place in the stream, from 0
 * @param streamType the kind of the stream, absent when it belongs to none
 * @param type the event's logical name
 * @param payload JSON, byte for byte as it was stored
 * @param metadata JSON, byte for byte as it was stored
 * @param occurredAt when it was decided, by the deciding node's clock
 * @param recordedAt when it was stored, by the database's clock; never decreases along the log
 * @param hash covers the event and the hash before it, in 64 lower-case hexadecimal digits
 */
public record RecordedEvent(
    long position,
    String eventIdentifier,
    String streamId,
    long sequence,
    @Nullable String streamType,
    String type,
    @Nullable String revision,
    String payload,
    String metadata,
    Instant occurredAt,
    Instant recordedAt,
    String hash) {

  /** Without payload and metadata, which may hold personal data. */
  @Override
  public String toString() {
    return type + " at " + position + " (" + streamId + " " + sequence + ")";
  }
}
