package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfigurationComponentTest extends ComponentTestBase {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "configuration.md");

  /** Keys of what a hospital names itself, such as a ward; they are described, not listed. */
  private static final Pattern OF_A_NAME = Pattern.compile("[\"\\[*]|\\.ward\\.");

  @Test
  void every_key_is_documented() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(keys())
        .hasSizeGreaterThan(20)
        .allSatisfy(key -> assertThat(document).contains("`" + key + "`"));
  }

  private static Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    ConfigProvider.getConfig().getPropertyNames().forEach(keys::add);
    keys.removeIf(key -> !key.startsWith("vigil.") || OF_A_NAME.matcher(key).find());
    return keys;
  }
}
