package health.vigil.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.vigil.benchmarks.ClosedLoop.Pace;
import health.vigil.benchmarks.ClosedLoop.Post;
import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * How many observation sets does Vigil take, beside an endpoint that stores the same body by one
 * INSERT and does nothing else, be it into a table or into a log such as Vigil's? {@code
 * -Dconnections=32} clients post the sets of {@code -Dpatients=64} admitted patients in turn,
 * {@code -Drounds=3} rounds of {@code -Dseconds=10} each, to one after the other, all on the same
 * PostgreSQL. The median round of each counts.
 */
final class ObservationsAtOnce {
  private static final int CONNECTIONS = Integer.getInteger("connections", 32);
  private static final int PATIENTS = Integer.getInteger("patients", 64);
  private static final int ROUNDS = Integer.getInteger("rounds", 3);
  private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("seconds", 10));
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final String PATIENT = "{patient}";
  private static final String VIGIL = "/api/v1/patients/" + PATIENT + "/observations";
  private static final int WARM_UPS = Integer.getInteger("warmups", 12);

  private final Workplace workplace;
  private final ClosedLoop bare;
  private final ClosedLoop logged;
  private final ClosedLoop vigil;
  private final AtomicLong number = new AtomicLong();

  private ObservationsAtOnce(Workplace workplace, BareEndpoint bare, Vigil vigil)
      throws IOException, InterruptedException {
    this.workplace = workplace;
    List<String> patients = admitted(vigil);
    String token = vigil.token();
    this.bare =
        new ClosedLoop(bare.url(), token, CONNECTIONS, () -> next("/observations", patients));
    this.logged =
        new ClosedLoop(
            bare.url(), token, CONNECTIONS, () -> next("/observations/logged", patients));
    this.vigil = new ClosedLoop(vigil.url(), token, CONNECTIONS, () -> next(VIGIL, patients));
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    // The same for both; by default that of a server, not that of a short test.
    String jvm = System.getProperty("application.jvm", "-Xmx700m");
    System.setProperty("application.jvm", jvm);
    try (Workplace workplace =
            Workplace.in(Files.createTempDirectory(Path.of("target"), "at-once"));
        BareEndpoint bare = BareEndpoint.start(workplace.database(), jvm);
        Vigil vigil = workplace.start(settings())) {
      new ObservationsAtOnce(workplace, bare, vigil).run();
    }
  }

  /** Nobody is refused while it is measured. What is given as {@code -Dvigil.…} is handed on. */
  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(Map.of("vigil.ingest.max-wait", "30s"));
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("vigil."))
        .forEach(name -> settings.put(name, System.getProperty(name)));
    return settings;
  }

  @SuppressWarnings("SystemOut")
  private void run() throws InterruptedException {
    warmUp(bare);
    warmUp(logged);
    warmUp(vigil);
    List<Pace> ofBare = new ArrayList<>();
    List<Pace> ofLogged = new ArrayList<>();
    List<Pace> ofVigil = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      settle();
      ofBare.add(bare.run(ROUND));
      ofLogged.add(logged.run(ROUND));
      ofVigil.add(vigil.run(ROUND));
    }
    System.out.printf(
        "%d connections, %d patients, medians of %d rounds%n", CONNECTIONS, PATIENTS, ROUNDS);
    System.out.printf("| | sets/s | p50 | p99 | ratio |%n|---|---|---|---|---|%n");
    print("one INSERT", ofBare, ofBare);
    print("one INSERT into a log", ofLogged, ofBare);
    print("Vigil", ofVigil, ofBare);
  }

  /** Until a run is no more than a twentieth faster than the one before. */
  @SuppressWarnings("SystemOut")
  private static void warmUp(ClosedLoop loop) throws InterruptedException {
    double before = 0;
    for (int i = 0; i < WARM_UPS; i++) {
      double now = loop.run(WARM_UP).perSecond();
      System.out.printf("warming up: %.0f/s%n", now);
      if (now < 1.05 * before && i > 1) {
        return;
      }
      before = now;
    }
  }

  /** Projections that still follow would take from the next round. */
  private void settle() {
    long head = workplace.log().head();
    while (!workplace.readModels().caughtUp(head)) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @SuppressWarnings("SystemOut")
  private static void print(String what, List<Pace> rounds, List<Pace> compared) {
    System.out.printf(
        "| %s | %.0f | %.1f ms | %.1f ms | %.2f |%n",
        what,
        median(rounds, Pace::perSecond),
        median(rounds, Pace::p50) / 1000,
        median(rounds, Pace::p99) / 1000,
        median(rounds, Pace::perSecond) / median(compared, Pace::perSecond));
  }

  private static double median(List<Pace> rounds, ToDoubleFunction<Pace> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  private Post next(String path, List<String> patients) {
    String patient = patients.get((int) (number.getAndIncrement() % patients.size()));
    Map<String, Object> set = Patients.well(Instant.now(), UUID.randomUUID().toString());
    try {
      return new Post(path.replace(PATIENT, patient), Http.JSON.writeValueAsString(set));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a set can not be written", e);
    }
  }

  private static List<String> admitted(Vigil vigil) throws IOException, InterruptedException {
    Patients patients = new Patients(vigil.http());
    List<String> admitted = new ArrayList<>();
    for (int bed = 1; bed <= PATIENTS; bed++) {
      admitted.add(patients.admit("O", String.valueOf(bed)));
    }
    return admitted;
  }
}
