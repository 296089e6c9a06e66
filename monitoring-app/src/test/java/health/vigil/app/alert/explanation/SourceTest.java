package health.vigil.app.alert.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceTest {
  @ParameterizedTest
  @EnumSource(Source.class)
  void aPageThatIsNamedIsThere(Source source) {
    if (source.inWords().startsWith("docs/")) {
      assertThat(Path.of("..", source.inWords())).isRegularFile();
    } else {
      assertThat(source.inWords()).matches("(NEWS2 2017, chart \\d: |the ).+");
    }
  }
}
