package health.vigil.store.chain;

import java.util.Arrays;

/**
 * An event as PostgreSQL's binary COPY gives it: its bytes are hashed where they lie, none of them
 * is decoded. Moved from row to row.
 */
final class StoredRow {

  static final String COLUMNS =
      "position, recorded_at, hash, event_identifier, stream_id, sequence_number, stream_type,"
          + " payload_type, payload_revision, occurred_at, payload, metadata";

  private static final int POSITION = 0;
  private static final int RECORDED_AT = 1;
  private static final int HASH = 2;
  private static final int IDENTIFIER = 3;
  private static final int STREAM = 4;
  private static final int SEQUENCE = 5;
  private static final int STREAM_TYPE = 6;
  private static final int TYPE = 7;
  private static final int REVISION = 8;
  private static final int OCCURRED_AT = 9;
  private static final int PAYLOAD = 10;
  private static final int METADATA = 11;
  private static final int FIELDS = 12;

  private byte[] bytes = {};
  private final int[] starts = new int[FIELDS];
  private final int[] lengths = new int[FIELDS];

  /** Looks at a row: the count of its fields, then each with its length, -1 when it is absent. */
  void moveTo(byte[] row) {
    bytes = row;
    int at = 2;
    for (int field = 0; field < FIELDS; field++) {
      lengths[field] = (int) number(at, 4);
      starts[field] = at + 4;
      at = starts[field] + Math.max(0, lengths[field]);
    }
  }

  long position() {
    return longAt(POSITION);
  }

  /** In microseconds since the year 2000. */
  long recordedAt() {
    return longAt(RECORDED_AT);
  }

  boolean hasHash(byte[] hash) {
    int start = starts[HASH];
    return lengths[HASH] == hash.length
        && Arrays.equals(bytes, start, start + hash.length, hash, 0, hash.length);
  }

  /** Adds what the digest of the event covers. */
  void describeTo(Netstrings text) {
    addTo(text, IDENTIFIER);
    addTo(text, STREAM);
    text.number(longAt(SEQUENCE));
    addTo(text, STREAM_TYPE);
    addTo(text, TYPE);
    addTo(text, REVISION);
    text.time(longAt(OCCURRED_AT));
    addTo(text, PAYLOAD);
    addTo(text, METADATA);
  }

  private void addTo(Netstrings text, int field) {
    if (lengths[field] < 0) {
      text.absent();
    } else {
      text.bytes(bytes, starts[field], lengths[field]);
    }
  }

  private long longAt(int field) {
    return number(starts[field], 8);
  }

  private long number(int start, int size) {
    long value = bytes[start];
    for (int i = 1; i < size; i++) {
      value = (value << 8) | (bytes[start + i] & 0xff);
    }
    return value;
  }
}
