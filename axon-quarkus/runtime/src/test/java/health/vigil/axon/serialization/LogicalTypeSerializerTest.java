package health.vigil.axon.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class LogicalTypeSerializerTest {

  private final LogicalTypeSerializer serializer =
      new LogicalTypeSerializer(
          Mappers.ofTheLog(), List.of(new LogicalType("Measured", "2", Measured.class)));

  private final Measured measured =
      new Measured(
          new BigDecimal("36.10"),
          Instant.parse("2026-11-23T08:00:00.123456Z"),
          Duration.ofMinutes(5),
          Optional.of("ear"));

  @Test
  void writesTheLogicalNameAndRevisionAndReadsBackTheSame() {
    SerializedObject<String> stored = serializer.serialize(measured, String.class);

    assertThat(stored.getType().getName()).isEqualTo("Measured");
    assertThat(stored.getType().getRevision()).isEqualTo("2");
    assertThat(stored.getData())
        .isEqualTo(
            "{\"temperature\":36.10,\"at\":\"2026-11-23T08:00:00.123456Z\","
                + "\"every\":\"PT5M\",\"site\":\"ear\"}");
    assertThat(serializer.<String, Measured>deserialize(stored)).isEqualTo(measured);
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> read("Weighed", "1", "{}"))
        .isInstanceOf(UnknownLogicalType.class)
        .hasMessageContaining("'Weighed' revision '1'");
  }

  @Test
  void anUnknownRevisionIsAnErrorThatNamesIt() {
    assertThatThrownBy(() -> read("Measured", "1", "{}"))
        .isInstanceOf(UnknownLogicalType.class)
        .hasMessageContaining("'Measured' revision '1'");
  }

  @Test
  void aClassWithNoNameIsNotWritten() {
    assertThatThrownBy(() -> serializer.serialize(new Object(), String.class))
        .isInstanceOf(UnknownLogicalType.class);
  }

  @Test
  void aPropertyThatNobodyKnowsIsAnError() {
    assertThatThrownBy(() -> read("Measured", "2", "{\"temperatur\":36.1}"))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void metadataIsReadAndWritten() {
    MetaData metaData = MetaData.with("actor", "nurse-7");

    SerializedObject<byte[]> stored = serializer.serialize(metaData, byte[].class);

    assertThat(serializer.<byte[], MetaData>deserialize(stored)).isEqualTo(metaData);
  }

  private Object read(String name, String revision, String json) {
    return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, name, revision));
  }

  record Measured(BigDecimal temperature, Instant at, Duration every, Optional<String> site) {}
}
