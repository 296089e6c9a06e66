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
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each event as it stands in the log for ever: src/test/resources/golden/TYPE/REVISION.json. A file
 * that is there is never changed; another shape is another revision with an upcaster
 * (docs/how-to/change-an-event.md).
 */
class AlertEventsAsJsonTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();
  private final Serializer serializer = JacksonSerializer.builder().objectMapper(mapper).build();

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

  /** From the first revision on, so that nothing that was ever written is left out. */
  @ParameterizedTest
  @MethodSource("events")
  void isReadFromEveryRevisionThatWasEverWritten(AlertEvent event) throws IOException {
    int present = Integer.parseInt(revision(event));
    for (int revision = 1; revision < present; revision++) {
      IntermediateEventRepresentation upcast = upcast(event, revision);

      assertThat(upcast.getType())
          .isEqualTo(new SimpleSerializedType(name(event), revision(event)));
      assertThat(mapper.treeToValue(upcast.getData(JsonNode.class).getData(), event.getClass()))
          .isEqualTo(event);
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void hasAGoldenFileOfEachRevisionAndNoMore(AlertEvent event) throws IOException {
    Path folder = GOLDEN.resolve(name(event));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, Integer.parseInt(revision(event)))
                  .mapToObj(revision -> revision + ".json")
                  .toList());
    }
  }

  /** A golden file that is adapted to a changed event would hide the change. */
  @Test
  void noGoldenFileWasEverChanged() throws IOException, NoSuchAlgorithmException {
    List<String> sums = new ArrayList<>();
    for (Path file : goldenFiles()) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      String name = GOLDEN.relativize(file).toString().replace(File.separatorChar, '/');
      sums.add(HexFormat.of().formatHex(digest) + "  " + name);
    }

    assertThat(sums)
        .as("what was ever written; a new file is added to SHA256SUMS by sha256sum")
        .containsExactlyInAnyOrderElementsOf(Files.readAllLines(GOLDEN.resolve("SHA256SUMS")));
  }

  @Test
  void noEventIsForgotten() {
    assertThat(events().<Class<?>>map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.<Class<?>>asList(AlertEvent.class.getPermittedSubclasses()));
  }

  private static List<Path> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(file -> file.toString().endsWith(".json")).toList();
    }
  }

  private IntermediateEventRepresentation upcast(AlertEvent event, int revision)
      throws IOException {
    EventData<String> stored =
        new GenericDomainEventEntry<>(
            "Alert",
            event.alertId().value(),
            0,
            "event",
            event.at(),
            name(event),
            String.valueOf(revision),
            golden(event, String.valueOf(revision)).toString(),
            "{}");
    return AlertRevisions.upcasters()
        .upcast(Stream.of(new InitialEventRepresentation(stored, serializer)))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode golden(AlertEvent event) throws IOException {
    return golden(event, revision(event));
  }

  private JsonNode golden(AlertEvent event, String revision) throws IOException {
    return mapper.readTree(GOLDEN.resolve(name(event)).resolve(revision + ".json").toFile());
  }

  private static String name(AlertEvent event) {
    return event.getClass().getAnnotation(JsonTypeName.class).value();
  }

  private static String revision(AlertEvent event) {
    return event.getClass().getAnnotation(Revision.class).value();
  }
}
