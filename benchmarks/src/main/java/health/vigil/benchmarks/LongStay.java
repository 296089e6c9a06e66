package health.vigil.benchmarks;

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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Does a stay with many sets take the next set as fast as one with few? Two patients in one
 * application have 10 sets each. The log of one is then filled up to {@code -Dsets=100000} with
 * copies of its last set, as if they had been posted; then the next sets of both are posted in
 * turn.
 */
final class LongStay {
  private static final int SETS = Integer.getInteger("sets", 100_000);
  private static final int MEASURED = Integer.getInteger("measured", 1_000);
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final Http http;
  private final Workplace workplace;
  private final Patients patients;
  private final Instant start = Instant.now().minus(BETWEEN.multipliedBy(SETS + MEASURED + 600L));

  private LongStay(Http http, Workplace workplace) {
    this.http = http;
    this.workplace = workplace;
    this.patients = new Patients(http);
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.in(Files.createTempDirectory(Path.of("target"), "long"));
        Vigil vigil = workplace.start(Map.of())) {
      new LongStay(vigil.http(), workplace).run();
    } catch (SQLException e) {
      throw new IllegalStateException("the log can not be filled", e);
    }
  }

  @SuppressWarnings("SystemOut")
  private void run() throws IOException, InterruptedException, SQLException {
    Course filled = new Course(admit("1"));
    Course fresh = new Course(admit("2"));
    for (int i = 0; i < 10; i++) {
      filled.next();
      fresh.next();
    }
    System.out.printf("filling a stay with %d sets%n", SETS);
    new FilledStay(workplace.database().ownerDataSource(), filled.patient).fillUpTo(SETS, BETWEEN);
    filled.skipTo(SETS);
    fresh.skipTo(SETS);
    long head = workplace.log().head();
    while (!workplace.readModels().caughtUp(head)) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    warmUp(filled, fresh);
    measure(filled, fresh);
  }

  /** The first set after the filling is decided without a snapshot, which it leads to. */
  private static void warmUp(Course filled, Course fresh) throws IOException, InterruptedException {
    for (int i = 0; i < 300; i++) {
      filled.next();
      fresh.next();
    }
  }

  @SuppressWarnings("SystemOut")
  private static void measure(Course filled, Course fresh)
      throws IOException, InterruptedException {
    Latencies ofFilled = new Latencies(MEASURED);
    Latencies ofFresh = new Latencies(MEASURED);
    Random order = new Random(1);
    for (int i = 0; i < MEASURED; i++) {
      boolean filledFirst = order.nextBoolean();
      if (filledFirst) {
        ofFilled.add(filled.next());
      }
      ofFresh.add(fresh.next());
      if (!filledFirst) {
        ofFilled.add(filled.next());
      }
    }
    System.out.printf("| next set of a stay with | p50 | p99 |%n|---|---|---|%n");
    print("10 sets (310 to " + (310 + MEASURED) + " while measured)", ofFresh);
    print(SETS + " sets", ofFilled);
    System.out.printf(
        "| ratio | %.2f | %.2f |%n",
        ofFilled.percentile(0.5) / ofFresh.percentile(0.5),
        ofFilled.percentile(0.99) / ofFresh.percentile(0.99));
  }

  @SuppressWarnings("SystemOut")
  private static void print(String what, Latencies latencies) {
    System.out.printf(
        "| %s | %.0f µs | %.0f µs |%n",
        what, latencies.percentile(0.5), latencies.percentile(0.99));
  }

  private String admit(String bed) throws IOException, InterruptedException {
    String patient = patients.register("L", bed);
    patients.admit(patient, "L", bed, start.minusSeconds(60));
    return patient;
  }

  /** The sets of one patient, one after the other. */
  private final class Course {
    private final String patient;
    private int number;

    Course(String patient) {
      this.patient = patient;
    }

    void skipTo(int next) {
      number = next;
    }

    /** Posts the next set; answers how long that took. */
    long next() throws IOException, InterruptedException {
      number++;
      Map<String, Object> set =
          Patients.well(start.plus(BETWEEN.multipliedBy(number)), patient + ":" + number);
      long begin = System.nanoTime();
      http.post("/patients/" + patient + "/observations", set).expect(201);
      return System.nanoTime() - begin;
    }
  }
}
