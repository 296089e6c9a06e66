package health.vigil.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {
  private static final String GOOD =
      """
      {"description": "Well.", "minutes": 60,
       "patient": {"respirationRate": 15, "pulse": 72, "systolicBloodPressure": 126,
         "diastolicBloodPressure": 77, "temperature": 36.8, "carbonDioxide": 40,
         "oxygenTransfer": 0.96},
       "drivers": {"bloodLoss": [[0, 0], [10, 0.1]]},
       "expected": [{"minutes": [0, 60], "total": [0, 2], "bands": ["LOW"]}],
       "alerts": []}
      """;

  @Test
  void aFileOfOnesOwnIsRead(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.json"), GOOD);
    Scenario scenario = Scenarios.of(file.toString());
    assertThat(scenario.name()).isEqualTo("mine");
    assertThat(scenario.drivers().at(5).bloodLoss()).isEqualTo(0.05);
  }

  @Test
  void whatIsNotThereIsRefusedWithTheNamesThatAre() {
    assertThatThrownBy(() -> Scenarios.of("zombie"))
        .hasMessageStartingWith("there is no scenario zombie: name a file or one of [stable, ");
  }

  @Test
  void aDriverBeyondItsRangeIsNamedWithItsMinute() {
    refused("0.1]", "0.9]", "bloodLoss is 0.9 at minute 10.0; accepted is 0 to 0.45");
  }

  @Test
  void anUnknownFieldIsNamed() {
    refused("\"bloodLoss\"", "\"bloodLost\"", "drivers.bloodLost", "Unrecognized field");
  }

  @Test
  void aMissingFieldIsNamed() {
    refused("\"pulse\": 72,", "", "at patient.pulse", "Missing required creator property");
  }

  @Test
  void aWrongSpanIsPlaced() {
    refused("[0, 60]", "[60, 0]", "at expected[0].minutes: a span is [from, to]");
  }

  @Test
  void anUnknownBandIsPlaced() {
    refused("\"LOW\"", "\"PURPLE\"", "at expected[0].bands[0]");
  }

  @Test
  void anExpectationThatSaysNothingIsPlaced() {
    refused(", \"bands\": [\"LOW\"]", "", "at expected[0]: an expectation has total");
  }

  @Test
  void whatIsNoJsonIsRefused() {
    refused("{\"description\"", "\"description\"", "the scenario mine is");
  }

  private static void refused(String text, String replacement, String... sentences) {
    byte[] json = GOOD.replace(text, replacement).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Scenarios.read("mine", json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(sentences);
  }
}
