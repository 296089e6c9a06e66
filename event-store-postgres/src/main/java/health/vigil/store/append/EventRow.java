package health.vigil.store.append;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is to be stored, serialised before any lock is taken.
 *
 * @param identifier of the event; the log holds each once, for ever
 * @param stream it belongs to
 * @param sequence its place in the stream, from 0; the log holds each place once
 * @param streamType the kind of the stream, absent when the event belongs to none
 * @param occurredAt when it was decided, cut to microseconds
 * @param type its logical name
 * @param payload JSON
 * @param metadata JSON
 */
public record EventRow(
    String identifier,
    String stream,
    long sequence,
    @Nullable String streamType,
    Instant occurredAt,
    String type,
    @Nullable String revision,
    String payload,
    String metadata) {

  /** About so many bytes, for bounds. */
  int size() {
    return identifier.length() + stream.length() + payload.length() + metadata.length();
  }

  /** Without payload and metadata, which may hold personal data. */
  @Override
  public String toString() {
    return type + " (" + stream + " " + sequence + ")";
  }
}
