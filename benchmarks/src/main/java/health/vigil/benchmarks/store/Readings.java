package health.vigil.benchmarks.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.axon.command.Correlation;
import health.vigil.axon.serialization.LogicalType;
import health.vigil.axon.serialization.LogicalTypeSerializer;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.projection.testlog.GeneratedLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/**
 * Sets of vital signs of a generated hospital, made before anything is measured, with metadata as
 * long as the application's; and the serializer that everybody writes and reads them with.
 */
final class Readings {
  static final String STREAM_TYPE = "Monitoring";

  private static final int PAYLOADS = 500;
  private static final int GENERATED = 10_000;
  private static final AtomicLong SEED = new AtomicLong(System.nanoTime());

  final Serializer serializer =
      new LogicalTypeSerializer(
          mapper(),
          List.of(
              new LogicalType("VitalSignsRecorded", "1", VitalSignsRecorded.class),
              new LogicalType("Monitoring", "", Watched.class)));
  private final List<? extends EventMessage<?>> payloads;
  private final List<MetaData> metadata;

  private Readings(List<? extends EventMessage<?>> payloads) {
    this.payloads = payloads;
    SplittableRandom chance = new SplittableRandom(1);
    this.metadata = payloads.stream().map(payload -> metadata(chance)).toList();
  }

  /** Sets of a stay tell its state, too, and are longer. */
  static Readings generated(boolean ofStays) {
    return new Readings(
        Stream.iterate(1L, seed -> seed + 1)
            .flatMap(seed -> GeneratedLog.of(seed, GENERATED).appends().stream())
            .flatMap(List::stream)
            .filter(
                event ->
                    event.getPayload() instanceof VitalSignsRecorded set
                        && ofStays == (set.stayId() != null))
            .limit(PAYLOADS)
            .toList());
  }

  /** As the application's mapper of the log. */
  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new Jdk8Module())
        .visibility(PropertyAccessor.ALL, Visibility.NONE)
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }

  private static MetaData metadata(SplittableRandom chance) {
    String id = uuid(chance);
    return MetaData.with("actor", "device:monitor-7")
        .and("client", "integration")
        .and("commandKey", "integration RecordVitalSigns " + id)
        .and("requestHash", id.replace("-", "").repeat(2))
        .and("subject", uuid(chance));
  }

  /** No two requests have the same; those of later requests are greater. */
  private static MetaData correlation(SplittableRandom chance) {
    return MetaData.from(Correlation.begun(uuid(chance).replace("-", "")));
  }

  static String uuid(SplittableRandom chance) {
    return new UUID(chance.nextLong(), chance.nextLong()).toString();
  }

  /** Streams that nobody else appends to. */
  Streams streams(int count) {
    return new Streams(this, new SplittableRandom(SEED.incrementAndGet()), count);
  }

  EventMessage<?> payload(int number) {
    return payloads.get(Math.floorMod(number, payloads.size()));
  }

  MetaData metadata(int number, SplittableRandom chance) {
    return metadata.get(Math.floorMod(number, metadata.size())).mergedWith(correlation(chance));
  }

  /** A state of an aggregate: the last of its sets. */
  Watched state(int number) {
    return new Watched(
        List.of(
            (VitalSignsRecorded) payload(number).getPayload(),
            (VitalSignsRecorded) payload(number + 1).getPayload()));
  }

  /** What a snapshot holds. */
  record Watched(List<VitalSignsRecorded> last) {}

  /** How long the stored texts are. */
  String sizes() {
    Streams streams = streams(1);
    double payload = 0;
    double metadata = 0;
    for (int i = 0; i < PAYLOADS; i++) {
      DomainEventMessage<?> event = streams.next();
      payload += length(event.serializePayload(serializer, String.class).getData());
      metadata += length(event.serializeMetaData(serializer, String.class).getData());
    }
    return "VitalSignsRecorded, on average %.0f bytes of payload and %.0f of metadata"
        .formatted(payload / PAYLOADS, metadata / PAYLOADS);
  }

  private static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
