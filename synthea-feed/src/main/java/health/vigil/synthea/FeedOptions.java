package health.vigil.synthea;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to feed, and where to.
 *
 * @param patients living ones; Synthea adds those who died on the way
 * @param from a folder of Synthea's output, instead of running Synthea
 * @param keep where Synthea's output is kept
 * @param report where the account is written as JSON
 * @param connections Bundles sent at once, each of another patient
 * @param patience how long a Bundle is tried while Vigil is away or overloaded
 * @param classPath the file that names Synthea's jars
 */
record FeedOptions(
    URI url,
    int patients,
    long seed,
    @Nullable Path from,
    @Nullable Path keep,
    @Nullable Path report,
    int connections,
    BundleLimits bundle,
    Duration patience,
    Path classPath) {
  static final String USAGE =
      """
      usage: ./vigil feed [--patients 20] [--seed 42] [--from DIR | --keep DIR] [--report FILE]
                          [--url http://127.0.0.1:8080] [--connections 2] [--bundle-bytes 524288]
                          [--bundle-entries 200] [--patience PT2M]
      """;
  private static final Set<String> KNOWN =
      Set.of(
          "--url",
          "--patients",
          "--seed",
          "--from",
          "--keep",
          "--report",
          "--connections",
          "--bundle-bytes",
          "--bundle-entries",
          "--patience",
          "--class-path");

  FeedOptions {
    if (patients < 1) {
      throw new IllegalArgumentException("--patients is 1 or more");
    }
    if (connections < 1 || connections > 16) {
      throw new IllegalArgumentException("--connections is 1 to 16");
    }
    if (from != null && keep != null) {
      throw new IllegalArgumentException("--keep is for what Synthea makes, not for --from");
    }
  }

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static FeedOptions of(String... arguments) {
    Map<String, String> given = given(arguments);
    return new FeedOptions(
        URI.create(given.getOrDefault("--url", "http://127.0.0.1:8080")),
        number(given, "--patients", 20),
        number(given, "--seed", 42),
        path(given.get("--from")),
        path(given.get("--keep")),
        path(given.get("--report")),
        number(given, "--connections", 2),
        new BundleLimits(
            number(given, "--bundle-bytes", 512 * 1024), number(given, "--bundle-entries", 200)),
        duration(given.getOrDefault("--patience", "PT2M")),
        Path.of(
            given.getOrDefault("--class-path", "synthea-feed/synthea/target/synthea.classpath")));
  }

  private static Map<String, String> given(String... arguments) {
    Map<String, String> given = new HashMap<>();
    List<String> words = Arrays.asList(arguments);
    for (int i = 0; i < words.size(); i += 2) {
      if (!KNOWN.contains(words.get(i)) || i + 1 == words.size()) {
        throw new IllegalArgumentException("not understood: " + words.get(i));
      }
      given.put(words.get(i), words.get(i + 1));
    }
    return given;
  }

  private static int number(Map<String, String> given, String option, int otherwise) {
    try {
      return Integer.parseInt(given.getOrDefault(option, String.valueOf(otherwise)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(option + " is a number", e);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("--patience is a duration such as PT2M", e);
    }
  }

  private static @Nullable Path path(@Nullable String given) {
    return given == null ? null : Path.of(given).toAbsolutePath();
  }
}
