package health.vigil.benchmarks;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.axon.command.Correlation;
import health.vigil.axon.serialization.LogicalType;
import health.vigil.axon.serialization.LogicalTypeSerializer;
import health.vigil.projection.testlog.GeneratedLog;
import health.vigil.store.JdbcTransactions;
import health.vigil.store.PostgresLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;

/**
 * A log of several hospitals of 48 beds each: as the application writes it, but in large appends.
 */
final class WrittenLog {
  private static final int BATCH = 1000;

  /** So many are made at a time; what is made lies in memory. */
  private static final int PART = 200_000;

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
  private final DataSource serving;

  WrittenLog(DataSource serving) {
    this.serving = serving;
  }

  /**
   * At least so many events, the hospitals' mixed as they happened; a long log is that of one year
   * after the other, each with hospitals of its own.
   */
  void write(int events, int hospitals) {
    int parts = (events + PART - 1) / PART;
    for (int part = 0; part < parts; part++) {
      append(generated(part * hospitals + 1, events / parts, hospitals));
    }
  }

  private static List<DomainEventMessage<?>> generated(int seed, int events, int hospitals) {
    List<DomainEventMessage<?>> all = new ArrayList<>();
    LongStream.range(seed, seed + hospitals)
        .mapToObj(each -> GeneratedLog.of(each, events / hospitals))
        .forEach(log -> log.appends().forEach(all::addAll));
    all.sort(Comparator.comparing(EventMessage::getTimestamp));
    return all;
  }

  private void append(List<DomainEventMessage<?>> all) {
    Serializer serializer = serializer(all);
    try (PostgresLog log =
        PostgresLog.builder()
            .transactions(new JdbcTransactions(serving))
            .serializer(serializer)
            .eventSerializer(serializer)
            .build()) {
      for (int from = 0; from < all.size(); from += BATCH) {
        List<DomainEventMessage<?>> part = all.subList(from, Math.min(all.size(), from + BATCH));
        log.storageEngine()
            .appendEvents(part.stream().map(event -> event.withMetaData(metadata())).toList());
      }
    }
  }

  private Serializer serializer(List<DomainEventMessage<?>> all) {
    return new LogicalTypeSerializer(
        json, all.stream().map(EventMessage::getPayloadType).distinct().map(this::type).toList());
  }

  private LogicalType type(Class<?> type) {
    return new LogicalType(
        type.getAnnotation(JsonTypeName.class).value(),
        type.getAnnotation(Revision.class).value(),
        type);
  }

  /** As much as the application writes. */
  private static MetaData metadata() {
    String id = UUID.randomUUID().toString();
    String trace = id.replace("-", "");
    return MetaData.from(Correlation.begun(trace))
        .and("actor", "generated")
        .and("commandKey", "generated RecordVitalSigns " + id)
        .and("requestHash", trace + trace);
  }
}
