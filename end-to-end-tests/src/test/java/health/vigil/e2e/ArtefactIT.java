package health.vigil.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What is in the packaged application, and what must not be. */
class ArtefactIT {
  private static final Path APPLICATION = Path.of("..", "monitoring-app", "target", "quarkus-app");

  @Test
  void whatMakesTokensOfTheDemoIsNotInIt() throws IOException {
    List<String> classes = classes();

    assertThat(classes).contains("health/vigil/app/security/Actor.class");
    assertThat(classes).noneMatch(name -> name.startsWith("health/vigil/issuer/"));
  }

  private static List<String> classes() throws IOException {
    List<String> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(APPLICATION)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
          zip.stream().map(ZipEntry::getName).forEach(classes::add);
        }
      }
    }
    return classes;
  }
}
