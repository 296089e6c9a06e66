package health.vigil.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/reference/ward-simulator.md names what there is, and nothing else. */
class ReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "reference", "ward-simulator.md");

  @Test
  void everyOptionIsInTheTableOfOptions() throws IOException {
    assertThat(found("(?m)^\\| `(--[a-z-]+)`"))
        .containsExactlyInAnyOrderElementsOf(
            matches("--[a-z-]+", SimulatorOptions.USAGE).distinct().toList());
  }

  @Test
  void everyScenarioIsInTheTableOfScenariosAndHasItsChart() throws IOException {
    assertThat(found("(?m)^\\| `([a-z0-9-]+)` \\| .* \\| .* \\| .* \\|$"))
        .containsExactlyElementsOf(Scenarios.NAMES);
    assertThat(found("images/scenario-(.*)\\.svg"))
        .containsExactlyInAnyOrderElementsOf(Scenarios.NAMES);
  }

  private static Stream<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(REFERENCE))
        .results()
        .map(match -> match.group(1));
  }

  private static Stream<String> matches(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(MatchResult::group);
  }
}
