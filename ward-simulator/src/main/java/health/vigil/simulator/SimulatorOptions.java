package health.vigil.simulator;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to simulate.
 *
 * @param beds how many, 1 to 20
 * @param interval between two sets of a bed
 * @param speed scenario minutes in one real minute
 */
record SimulatorOptions(
    URI url, String ward, int beds, Duration interval, long seed, double speed) {
  static final String USAGE =
      "usage: --url http://127.0.0.1:8080 [--ward A] [--beds 6] [--interval PT10S] [--seed 1]"
          + " [--speed 1]";
  private static final Set<String> KNOWN =
      Set.of("--url", "--ward", "--beds", "--interval", "--seed", "--speed");

  SimulatorOptions {
    if (beds < 1 || beds > 20) {
      throw new IllegalArgumentException("--beds is 1 to 20");
    }
    if (interval.toMillis() < 1000) {
      throw new IllegalArgumentException("--interval is PT1S or longer");
    }
    if (!(speed > 0)) {
      throw new IllegalArgumentException("--speed is more than 0");
    }
  }

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static SimulatorOptions of(String... arguments) {
    Map<String, String> given = new HashMap<>();
    List<String> words = Arrays.asList(arguments);
    for (int i = 0; i < words.size(); i += 2) {
      if (!KNOWN.contains(words.get(i)) || i + 1 == words.size()) {
        throw new IllegalArgumentException("not understood: " + words.get(i));
      }
      given.put(words.get(i), words.get(i + 1));
    }
    return new SimulatorOptions(
        URI.create(given.getOrDefault("--url", "http://127.0.0.1:8080")),
        given.getOrDefault("--ward", "A"),
        Integer.parseInt(given.getOrDefault("--beds", "6")),
        Duration.parse(given.getOrDefault("--interval", "PT10S")),
        Long.parseLong(given.getOrDefault("--seed", "1")),
        Double.parseDouble(given.getOrDefault("--speed", "1")));
  }
}
