package health.vigil.store.contract;

import org.jspecify.annotations.Nullable;

/**
 * A row of the log as the database has it, every value as text.
 *
 * @param occurredAt and {@code recordedAt} as {@code 2026-11-23T13:05:00.123456Z}
 * @param hash in lower-case hexadecimal digits
 */
record Row(
    long position,
    String identifier,
    String stream,
    long sequence,
    @Nullable String streamType,
    String type,
    @Nullable String revision,
    String occurredAt,
    String recordedAt,
    String payload,
    String metadata,
    String hash) {

  private static final String KEY = "{\"key\":\"";

  /** The key of the append that it belongs to, from its payload. */
  String key() {
    return payload.startsWith(KEY)
        ? payload.substring(KEY.length(), payload.indexOf('"', KEY.length()))
        : "";
  }

  int part() {
    return Integer.parseInt(
        payload.substring(payload.lastIndexOf(':') + 1, payload.length() - 1).strip());
  }

  Place place() {
    return new Place(stream, sequence);
  }
}
