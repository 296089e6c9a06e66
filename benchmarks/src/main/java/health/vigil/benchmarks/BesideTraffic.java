package health.vigil.benchmarks;

import health.vigil.benchmarks.BesideLoad.Steady;
import health.vigil.e2e.Http;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How much slower are writes while a read model is rebuilt or verified, the log verified or
 * exported, over HTTP and from a log of {@code -Devents=300000} events of {@code -Dhospitals=4}?
 * The same clients write in quiet rounds and in those beside the work, {@code -Drounds=3} of {@code
 * -Dseconds=10} each in alternating order: {@code -Dconnections=16} that send as fast as they are
 * answered, and such that send {@code -Drate=100} sets a second whatever the answers. {@code
 * -Dworks} takes some of the works; {@code -Dvigil.…} is handed on.
 */
final class BesideTraffic {
  private static final int EVENTS = Integer.getInteger("events", 300_000);
  private static final int HOSPITALS = Integer.getInteger("hospitals", 4);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 10));
  private static final List<String> WORKS =
      Arrays.asList(
          System.getProperty(
                  "works",
                  "rebuild patient-chart,rebuild ward-board,verify patient-chart,log,export")
              .split(","));

  private final BesideLoad load;
  private final BesideWorks works;

  private BesideTraffic(Vigil vigil) throws IOException, InterruptedException {
    Http http = vigil.http();
    this.works = new BesideWorks(vigil, http);
    this.load = BesideLoad.on(vigil, http);
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Path folder = Files.createTempDirectory(Path.of("target"), "beside");
    try (Workplace workplace = Workplace.in(folder)) {
      workplace.start(Map.of()).close();
      new WrittenLog(workplace.database().servingDataSource()).write(EVENTS, HOSPITALS);
      Rebuilds rebuilds = new Rebuilds(workplace.database().ownerDataSource());
      // Nobody is to react to what was made up; the rows are made by the rebuilds.
      rebuilds.prepare(Set.of());
      System.out.printf("%d events in the log%n", rebuilds.head());
      try (Vigil vigil = workplace.start(settings(folder))) {
        new BesideTraffic(vigil).run();
      }
    }
  }

  /** With a key, as exports need one. */
  private static Map<String, String> settings(Path folder) throws IOException {
    Path key = folder.resolve("checkpoints.pem");
    try {
      byte[] made =
          KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
      Files.writeString(
          key,
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getEncoder().encodeToString(made)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has Ed25519", impossible);
    }
    Map<String, String> settings =
        new HashMap<>(
            Map.of(
                "vigil.ingest.max-wait",
                "30s",
                "vigil.log.checkpoints.every",
                "1h",
                "vigil.log.checkpoints.folder",
                folder.resolve("checkpoints").toString(),
                "vigil.log.checkpoints.key-file",
                key.toString()));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("vigil."))
        .forEach(name -> settings.put(name, System.getProperty(name)));
    return settings;
  }

  @SuppressWarnings("SystemOut")
  private void run() throws InterruptedException {
    load.warmUp();
    List<String> lines = new ArrayList<>();
    for (String work : WORKS) {
      lines.add(beside(work));
    }
    System.out.printf(
        """
        | beside | its own pace | sets/s, ratio to quiet | of each round | steady: p50 | p99 | refused |
        |---|---|---|---|---|---|---|
        %s
        """,
        String.join(System.lineSeparator(), lines));
  }

  private String beside(String name) throws InterruptedException {
    List<Round> quiet = new ArrayList<>();
    List<Round> busy = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean isQuietFirst = round % 2 == 0;
      if (isQuietFirst) {
        quiet.add(round("quiet", new BesideWork(() -> 0)));
      }
      busy.add(round(name, works.of(name)));
      if (!isQuietFirst) {
        quiet.add(round("quiet", new BesideWork(() -> 0)));
      }
    }
    double[] ratios = new double[ROUNDS];
    Arrays.setAll(ratios, i -> busy.get(i).fast() / quiet.get(i).fast());
    Arrays.sort(ratios);
    return "| %s | %,.0f events/s | %.0f, %.2f | %.2f–%.2f | %.1f against %.1f ms | %.1f against %.1f ms | %d against %d |"
        .formatted(
            name,
            median(busy, Round::worked),
            median(busy, Round::fast),
            median(busy, Round::fast) / median(quiet, Round::fast),
            ratios[0],
            ratios[ROUNDS - 1],
            median(busy, Round::p50),
            median(quiet, Round::p50),
            median(busy, Round::p99),
            median(quiet, Round::p99),
            busy.stream().mapToInt(Round::refused).sum(),
            quiet.stream().mapToInt(Round::refused).sum());
  }

  /**
   * How it went.
   *
   * @param worked events a second of the work beside
   * @param fast sets a second of clients that do not rest
   * @param p50 in milliseconds, of clients that send at a steady rate
   * @param refused of what these sent
   */
  private record Round(double worked, double fast, double p50, double p99, int refused) {}

  @SuppressWarnings("SystemOut")
  private Round round(String name, BesideWork work) throws InterruptedException {
    work.begin();
    double fast = load.fast(ROUND);
    Steady steady = load.steady(ROUND);
    Round round =
        new Round(work.end(), fast, steady.millis(0.5), steady.millis(0.99), steady.refused());
    System.out.printf("  %s: %s%n", name, round);
    return round;
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }
}
