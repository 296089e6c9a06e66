package health.vigil.alert;

import static health.vigil.alert.AlertFixture.REGISTRAR;
import static health.vigil.alert.AlertFixture.acknowledged;
import static health.vigil.alert.AlertFixture.downgraded;
import static health.vigil.alert.AlertFixture.ended;
import static health.vigil.alert.AlertFixture.escalated;
import static health.vigil.alert.AlertFixture.latched;
import static health.vigil.alert.AlertFixture.moved;
import static health.vigil.alert.AlertFixture.raised;
import static health.vigil.alert.AlertFixture.returned;
import static health.vigil.alert.AlertFixture.upgraded;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.vigil.monitoring.score.Band;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each event as it stands in the log for ever: src/test/resources/golden/TYPE/REVISION.json. A file
 * that is there is never changed; another shape is another revision with an upcaster.
 */
class AlertEventsAsJsonTest {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  static Stream<AlertEvent> events() {
    return Stream.of(
        raised(Band.HIGH),
        returned(12, 6),
        upgraded(11, 5),
        downgraded(11, 5),
        latched(AlertEnd.CLEARED, 11, 5),
        moved(2),
        escalated(REGISTRAR, 5),
        acknowledged(3),
        ended(AlertEnd.RETRACTED, 5));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isWrittenAsItAlwaysWas(AlertEvent event) throws IOException {
    assertThat(mapper.writeValueAsString(event))
        .isEqualTo(mapper.writeValueAsString(golden(event)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void isReadFromWhatWasEverWritten(AlertEvent event) throws IOException {
    assertThat(mapper.treeToValue(golden(event), event.getClass())).isEqualTo(event);
  }

  @Test
  void noEventIsForgotten() {
    assertThat(events().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.<Class<?>>asList(AlertEvent.class.getPermittedSubclasses()));
  }

  private JsonNode golden(AlertEvent event) throws IOException {
    Class<?> type = event.getClass();
    String name =
        type.getAnnotation(JsonTypeName.class).value()
            + "/"
            + type.getAnnotation(Revision.class).value();
    try (InputStream file = type.getResourceAsStream("/golden/" + name + ".json")) {
      return mapper.readTree(Objects.requireNonNull(file, name));
    }
  }
}
