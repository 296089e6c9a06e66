package health.vigil.benchmarks.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows that go into the plain table by COPY in PostgreSQL's binary format. */
final class BinaryCopy implements AutoCloseable {
  private static final String COPY =
      "COPY plain.events (event_identifier, stream_id, sequence_number, stream_type, occurred_at, payload_type,"
          + " payload_revision, payload, metadata, hash) FROM STDIN (FORMAT binary)";
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TRAILER = {(byte) 0xff, (byte) 0xff};
  private static final short COLUMNS = 10;
  private static final byte[] HASH = new byte[32];
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final Serializer serializer;
  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(1 << 19);

  BinaryCopy(Connection connection, Serializer serializer) throws SQLException {
    this.serializer = serializer;
    this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    buffer.put(HEADER);
  }

  void write(List<DomainEventMessage<?>> events) throws SQLException {
    events.forEach(this::row);
    flush();
  }

  private void flush() throws SQLException {
    copy.writeToCopy(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  private void row(DomainEventMessage<?> event) {
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    buffer.putShort(COLUMNS);
    text(event.getIdentifier());
    text(event.getAggregateIdentifier());
    number(event.getSequenceNumber());
    text(event.getType());
    number(EPOCH.until(event.getTimestamp(), ChronoUnit.MICROS));
    text(payload.getType().getName());
    text(payload.getType().getRevision());
    bytes(payload.getData());
    bytes(event.serializeMetaData(serializer, byte[].class).getData());
    bytes(HASH);
  }

  private void number(long value) {
    buffer.putInt(Long.BYTES).putLong(value);
  }

  private void text(@Nullable String value) {
    if (value == null) {
      buffer.putInt(-1);
    } else {
      bytes(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void bytes(byte[] value) {
    if (buffer.remaining() < value.length + 64) {
      buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
    }
    buffer.putInt(value.length).put(value);
  }

  @Override
  public void close() throws SQLException {
    buffer.put(TRAILER);
    flush();
    copy.endCopy();
  }
}
