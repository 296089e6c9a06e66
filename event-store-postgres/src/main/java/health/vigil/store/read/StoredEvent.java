package health.vigil.store.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log, or of the snapshots.
 *
 * @param position in the log; that of a snapshot is {@link #SNAPSHOT}
 * @param stream absent when the event belongs to none: it is known by its identifier alone
 */
public record StoredEvent(
    long position,
    String identifier,
    @Nullable String stream,
    long sequence,
    @Nullable String streamType,
    Instant occurredAt,
    SerializedObject<byte[]> payload,
    SerializedObject<byte[]> metadata)
    implements TrackedEventData<byte[]>, DomainEventData<byte[]> {

  /** In place of the position of a snapshot, which has none. */
  public static final long SNAPSHOT = -1;

  /** In the order in which {@link #of} reads them, without the position. */
  public static final String COLUMNS =
      "event_identifier, stream_id, sequence_number, stream_type, occurred_at, payload_type,"
          + " payload_revision, payload, metadata";

  /** From a row of the position and {@link #COLUMNS}. */
  public static StoredEvent of(ResultSet row) throws SQLException {
    String identifier = row.getString(2);
    String stream = row.getString(3);
    return new StoredEvent(
        row.getLong(1),
        identifier,
        identifier.equals(stream) ? null : stream,
        row.getLong(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        new SimpleSerializedObject<>(
            row.getBytes(9), byte[].class, row.getString(7), row.getString(8)),
        new SerializedMetaData<>(row.getBytes(10), byte[].class));
  }

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(position);
  }

  @Override
  public String getEventIdentifier() {
    return identifier;
  }

  @Override
  public Instant getTimestamp() {
    return occurredAt;
  }

  @Override
  public SerializedObject<byte[]> getMetaData() {
    return metadata;
  }

  @Override
  public SerializedObject<byte[]> getPayload() {
    return payload;
  }

  /** Its logical name and revision. */
  SerializedType type() {
    return payload.getType();
  }

  @Override
  public @Nullable String getType() {
    return streamType;
  }

  @Override
  public @Nullable String getAggregateIdentifier() {
    return stream;
  }

  @Override
  public long getSequenceNumber() {
    return sequence;
  }

  /** Without payload and metadata, which may hold personal data. */
  @Override
  public String toString() {
    return type().getName() + " at " + position;
  }
}
