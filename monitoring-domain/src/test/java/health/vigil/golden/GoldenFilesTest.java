package health.vigil.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.fixture.DomainClasses;
import health.vigil.fixture.DomainJson;
import health.vigil.patient.PatientId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
  private final GoldenFiles golden = GoldenFiles.beside(getClass(), DomainJson.mapper());

  @TestFactory
  Stream<DynamicTest> everyEventIsWrittenAndReadAsItsGoldenFilesSay() {
    return GoldenFiles.events(domain()).entrySet().stream()
        .map(
            event ->
                DynamicTest.dynamicTest(
                    event.getKey(), () -> assertThat(golden.problems(event.getValue())).isEmpty()));
  }

  @Test
  void everyGoldenFileIsOfAnEventThatThereIs() throws IOException {
    assertThat(golden.names())
        .containsExactlyInAnyOrderElementsOf(GoldenFiles.events(domain()).keySet());
  }

  /** A golden file that is adapted to a changed event would hide the change. */
  @Test
  void noGoldenFileWasEverChanged() throws IOException, NoSuchAlgorithmException {
    assertThat(golden.sums())
        .as("what was ever written; a new file is added to SHA256SUMS by sha256sum")
        .containsExactlyInAnyOrderElementsOf(golden.sumsWrittenDown());
  }

  /** The log keeps the logical name: without one, an event would be lost in a renaming. */
  @Test
  void everyMemberOfAFamilyOfEventsHasALogicalNameAndARevision() {
    List<Class<?>> members =
        domain().stream()
            .filter(type -> type.isSealed() && type.getSimpleName().endsWith("Event"))
            .flatMap(family -> Arrays.<Class<?>>stream(family.getPermittedSubclasses()))
            .toList();

    assertThat(members)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            event -> {
              assertThat(event.isAnnotationPresent(Revision.class)).isTrue();
              assertThat(event.getAnnotation(JsonTypeName.class).value())
                  .isEqualTo(event.getSimpleName());
            });
  }

  @Nested
  class CatchesAnEvent {
    @TempDir private Path folder;

    @JsonTypeName("BellRung")
    @Revision("1")
    record BellRung(String bell, int times) {}

    @Test
    void withNoGoldenFile() throws IOException {
      assertThat(planted().problems(BellRung.class)).contains("no golden file of revision 1");
    }

    @Test
    void thatIsWrittenInAnotherOrder() throws IOException {
      write("{\"times\": 2, \"bell\": \"door\"}");

      assertThat(planted().problems(BellRung.class)).hasSize(1);
    }

    @Test
    void thatLostAField() throws IOException {
      write("{\"bell\": \"door\", \"times\": 2, \"volume\": 11}");

      assertThat(planted().problems(BellRung.class)).hasSize(1);
    }

    @Test
    void thatHasAFieldWithNoExample() throws IOException {
      write("{\"bell\": null, \"times\": 2}");

      assertThat(planted().problems(BellRung.class)).containsExactly("no example of bell");
    }

    @Test
    void withTheNameOfAnother() {
      @JsonTypeName("BellRung")
      @Revision("1")
      record AnotherBellRung(String bell) {}

      assertThatThrownBy(() -> GoldenFiles.events(List.of(BellRung.class, AnotherBellRung.class)))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void andLetsAGoodOneBe() throws IOException {
      write("{\"bell\": \"door\", \"times\": 2}");

      assertThat(planted().problems(BellRung.class)).isEmpty();
    }

    private GoldenFiles planted() {
      return new GoldenFiles(folder, DomainJson.mapper());
    }

    private void write(String json) throws IOException {
      Path file = folder.resolve("BellRung").resolve("1.json");
      Files.createDirectories(file.getParent());
      Files.writeString(file, json, StandardCharsets.UTF_8);
    }
  }

  private static List<Class<?>> domain() {
    return DomainClasses.of(PatientId.class);
  }
}
