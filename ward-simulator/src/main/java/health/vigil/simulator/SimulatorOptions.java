package health.vigil.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What to simulate.
 *
 * @param issuer the folder of the demo's issuer, which makes the tokens
 * @param tokenFile a token for everybody instead
 * @param ward the first; further ones are named after it
 * @param beds in all wards together, 1 to 1,000
 * @param interval between two complete sets of a bed, in real time
 * @param readingEvery between two readings of a continuous device, in real time
 * @param continuousShare of the beds whose device sends continuously, 0 to 1
 * @param speed scenario minutes in one real minute
 * @param delay how much later than measured a set is sent
 * @param scenarios names or files, given to the beds in turns; none for the mix
 * @param check every bed goes through its scenario once and is compared with what it expects
 * @param verbose a line for each complete set
 * @param requests under way at once
 * @param keep readings of a bed that wait, at most, while Vigil does not take them
 */
record SimulatorOptions(
    URI url,
    Path issuer,
    Optional<Path> tokenFile,
    String ward,
    int beds,
    int bedsPerWard,
    Duration interval,
    Duration readingEvery,
    double continuousShare,
    long seed,
    double speed,
    Duration delay,
    List<String> scenarios,
    boolean check,
    boolean verbose,
    int requests,
    int keep) {
  static final String USAGE =
      """
      usage: --url http://127.0.0.1:8080 [--issuer data/demo-issuer | --token-file FILE] [--ward A] [--beds 20] [--beds-per-ward 20]
        [--scenario NAME|FILE ...] [--seed 1] [--speed 60] [--interval PT10S]
        [--continuous 0..1] [--reading-every PT1S] [--delay PT0S] [--requests 64] [--keep 600]
        [--check] [--verbose]""";

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--url",
          "--issuer",
          "--token-file",
          "--ward",
          "--beds",
          "--beds-per-ward",
          "--scenario",
          "--seed",
          "--speed",
          "--interval",
          "--continuous",
          "--reading-every",
          "--delay",
          "--requests",
          "--keep");
  private static final Set<String> ALONE = Set.of("--check", "--verbose");
  private static final Duration SHORTEST = Duration.ofMillis(100);

  SimulatorOptions {
    scenarios = List.copyOf(scenarios);
    require(ward.matches("[A-Za-z0-9-]{1,20}"), "--ward is up to 20 letters, digits and hyphens");
    require(beds >= 1 && beds <= 1000, "--beds is 1 to 1000");
    require(bedsPerWard >= 1 && bedsPerWard <= 99, "--beds-per-ward is 1 to 99");
    require(interval.compareTo(SHORTEST) >= 0, "--interval is PT0.1S or longer");
    require(readingEvery.compareTo(SHORTEST) >= 0, "--reading-every is PT0.1S or longer");
    require(
        interval.toMillis() % readingEvery.toMillis() == 0 || continuousShare == 0,
        "--interval is a multiple of --reading-every");
    require(continuousShare >= 0 && continuousShare <= 1, "--continuous is 0 to 1");
    require(speed > 0, "--speed is more than 0");
    require(!delay.isNegative(), "--delay is not negative");
    require(requests >= 1 && requests <= 1000, "--requests is 1 to 1000");
    require(keep >= 1 && keep <= 100_000, "--keep is 1 to 100000");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static SimulatorOptions of(String... arguments) {
    Given given = new Given(arguments);
    return new SimulatorOptions(
        given.one("--url", "http://127.0.0.1:8080", URI::create),
        given.one("--issuer", "data/demo-issuer", Path::of),
        given.file("--token-file"),
        given.one("--ward", "A", Function.identity()),
        given.one("--beds", "20", Integer::valueOf),
        given.one("--beds-per-ward", "20", Integer::valueOf),
        given.one("--interval", "PT10S", Duration::parse),
        given.one("--reading-every", "PT1S", Duration::parse),
        given.one("--continuous", "0", Double::valueOf),
        given.one("--seed", "1", Long::valueOf),
        given.one("--speed", "60", Double::valueOf),
        given.one("--delay", "PT0S", Duration::parse),
        given.values.getOrDefault("--scenario", List.of()),
        given.values.containsKey("--check"),
        given.values.containsKey("--verbose"),
        given.one("--requests", "64", Integer::valueOf),
        given.one("--keep", "600", Integer::valueOf));
  }

  /** From one tick of a bed to the next. */
  Duration step(BedPlan plan) {
    return plan.continuous() ? readingEvery : interval;
  }

  /** Ticks from one complete set to the next. */
  long setEvery(BedPlan plan) {
    return plan.continuous() ? interval.toMillis() / readingEvery.toMillis() : 1;
  }

  /** The words of the command line. */
  private static final class Given {
    private final Map<String, List<String>> values = new HashMap<>();

    Given(String... arguments) {
      Iterator<String> words = Arrays.asList(arguments).iterator();
      while (words.hasNext()) {
        String option = words.next();
        boolean known = ALONE.contains(option) || WITH_VALUE.contains(option);
        if (!known || (WITH_VALUE.contains(option) && !words.hasNext())) {
          throw new IllegalArgumentException("not understood: " + option);
        }
        String value = ALONE.contains(option) ? "" : words.next();
        values.computeIfAbsent(option, name -> new ArrayList<>()).add(value);
      }
    }

    Optional<Path> file(String option) {
      return values.containsKey(option) ? Optional.of(one(option, "", Path::of)) : Optional.empty();
    }

    <T> T one(String option, String otherwise, Function<String, T> reader) {
      List<String> texts = values.getOrDefault(option, List.of(otherwise));
      if (texts.size() > 1) {
        throw new IllegalArgumentException(option + " is given once");
      }
      try {
        return reader.apply(texts.get(0));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(option + " is a duration such as PT10S", e);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(option + " is a number", e);
      }
    }
  }
}
