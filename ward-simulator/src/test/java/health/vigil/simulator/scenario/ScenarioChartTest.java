package health.vigil.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The charts in the documents are those of the scenarios. */
class ScenarioChartTest {
  private static final String UPDATE = "vigil.charts.update";
  private static final Path IMAGES = Path.of("..", "docs", "images");

  static Stream<String> names() {
    return Scenarios.NAMES.stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyChartIsUpToDate(String name) throws IOException {
    Path file = IMAGES.resolve("scenario-" + name + ".svg");
    String drawn = ScenarioChart.of(Scenarios.of(name), 1);
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(file, drawn);
    }
    assertThat(Files.readString(file))
        .as("%s; -D%s=true draws it anew", file, UPDATE)
        .isEqualTo(drawn);
  }
}
