package health.vigil.app.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes stand in the sources and nowhere else, so the sources are read. */
class ProblemsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "problems.md");
  private static final List<String> MODULES =
      List.of("monitoring-domain", "alerting", "projections", "monitoring-app");
  private static final Pattern CODE =
      Pattern.compile("(?:Refusal\\.conflict\\(|Problem\\.of\\(\\s*\\d+,)\\s*\"([a-z-]+)\"");
  private static final Pattern NOUN = Pattern.compile("Refusal\\.notFound\\(\\s*\"([a-z-]+)\"");

  @Test
  void every_code_is_listed() throws IOException {
    String document = Files.readString(DOCUMENT);

    assertThat(codes())
        .hasSizeGreaterThan(20)
        .allSatisfy(code -> assertThat(document).contains("`" + code + "`"));
  }

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>(Set.of("stale-revision", "invalid-value"));
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(ProblemsDocumentTest::text)
            .forEach(text -> addTo(codes, text));
      }
    }
    return codes;
  }

  private static void addTo(Set<String> codes, String source) {
    found(CODE, source).forEach(codes::add);
    found(NOUN, source).map(noun -> noun + "-not-found").forEach(codes::add);
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
