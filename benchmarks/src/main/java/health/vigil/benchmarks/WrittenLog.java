package health.vigil.benchmarks;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.projection.testlog.GeneratedLog;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Revision;

/**
 * A log of several hospitals of 48 beds each, written straight into the database: as the
 * application writes it, but faster.
 */
final class WrittenLog {
  private static final int BATCH = 1000;
  private static final String APPEND =
      """
      INSERT INTO vigil.events (event_identifier, stream_id, sequence_number, stream_type, occurred_at,
        payload_type, payload_revision, payload, metadata)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?::json, ?::json)
      """;

  private final ObjectMapper json =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .build();
  private final DataSource owner;

  WrittenLog(DataSource owner) {
    this.owner = owner;
  }

  /** At least so many events, the hospitals' mixed as they happened. */
  void write(int events, int hospitals) throws SQLException {
    List<DomainEventMessage<?>> all = new ArrayList<>();
    LongStream.rangeClosed(1, hospitals)
        .mapToObj(seed -> GeneratedLog.of(seed, events / hospitals))
        .forEach(log -> log.appends().forEach(all::addAll));
    all.sort(Comparator.comparing(EventMessage::getTimestamp));
    try (Connection connection = owner.getConnection();
        PreparedStatement append = connection.prepareStatement(APPEND)) {
      connection.setAutoCommit(false);
      for (int i = 0; i < all.size(); i++) {
        bind(append, all.get(i));
        if ((i + 1) % BATCH == 0 || i + 1 == all.size()) {
          append.executeBatch();
          connection.commit();
        }
      }
    }
  }

  private void bind(PreparedStatement append, DomainEventMessage<?> event) throws SQLException {
    Class<?> type = event.getPayloadType();
    append.setString(1, event.getIdentifier());
    append.setString(2, event.getAggregateIdentifier());
    append.setLong(3, event.getSequenceNumber());
    append.setString(4, event.getType());
    append.setObject(5, event.getTimestamp().atOffset(ZoneOffset.UTC));
    append.setString(6, type.getAnnotation(JsonTypeName.class).value());
    append.setString(7, type.getAnnotation(Revision.class).value());
    append.setString(8, payload(event));
    append.setString(9, metadata());
    append.addBatch();
  }

  private String payload(DomainEventMessage<?> event) {
    try {
      return json.writeValueAsString(event.getPayload());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event can not be written", e);
    }
  }

  /** As much as the application writes. */
  private static String metadata() {
    String id = UUID.randomUUID().toString();
    return """
        {"actor":"generated","commandKey":"generated RecordVitalSigns %1$s","requestHash":"%2$s%2$s",
        "causationId":"%1$s","correlationId":"%1$s","traceId":"%2$s"}"""
        .formatted(id, id.replace("-", ""));
  }
}
