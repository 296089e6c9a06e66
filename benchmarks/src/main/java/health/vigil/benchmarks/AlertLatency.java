package health.vigil.benchmarks;

import health.vigil.e2e.Http;
import health.vigil.e2e.OpenLoop;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * How long from a reading that is posted to the alert on the live stream? {@code -Drate=200} sets
 * in a second are posted at a steady pace over {@code -Dbeds=200} for {@code -Dseconds=60}; one in
 * {@code -Dill=10} of a bed's sets is critical, the others well. A nurse acknowledges each alert
 * when it is seen, so that the next critical set raises a new one. Measured from the moment a set
 * is due, not from when it could be sent; the first {@code -DwarmUp=20} seconds do not count.
 */
final class AlertLatency {
  private static final int RATE = Integer.getInteger("rate", 200);
  private static final int BEDS = Integer.getInteger("beds", 200);
  private static final int ILL = Integer.getInteger("ill", 10);
  private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("seconds", 60));
  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmUp", 20));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Http http;
  private final List<String> patients = new ArrayList<>();

  /** Of each patient the last critical set. */
  private final Map<String, Posted> ill = new ConcurrentHashMap<>();

  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile Figures figures = new Figures();

  private AlertLatency(Http http) {
    this.http = http;
  }

  /** A set that was due at this moment, by both clocks. */
  private record Posted(long nanoTime, Instant at) {}

  /** What is measured. */
  private static final class Figures {
    final Latencies answered = new Latencies();
    final Latencies toRecord = new Latencies();
    final Latencies toRaise = new Latencies();
    final Latencies toShow = new Latencies();
    final Latencies seen = new Latencies();
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (Workplace workplace = Workplace.in(Files.createTempDirectory(Path.of("target"), "alert"));
        Vigil vigil = workplace.start(settings())) {
      AlertLatency benchmark = new AlertLatency(vigil.http());
      benchmark.admit();
      LiveEvents stream = LiveEvents.follow(vigil, benchmark::saw);
      benchmark.run();
      stream.close();
    }
  }

  /** What is given as {@code -Dvigil.…} is handed on. */
  private static Map<String, String> settings() {
    return System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith("vigil."))
        .collect(Collectors.toMap(name -> name, System::getProperty));
  }

  private void admit() throws IOException, InterruptedException {
    Patients admissions = new Patients(http);
    for (int bed = 0; bed < BEDS; bed++) {
      patients.add(admissions.admit("A", String.valueOf(bed)));
    }
  }

  @SuppressWarnings("SystemOut")
  private void run() {
    OpenLoop loop = new OpenLoop(RATE);
    int warm = loop.run(WARM_UP, (number, due) -> post(number, due));
    settle();
    figures = new Figures();
    refused.set(0);
    loop.run(MEASURED, (number, due) -> post(warm + number, due));
    settle();
    print();
  }

  private void post(int number, long due) {
    String patient = patients.get(number % BEDS);
    int round = number / BEDS;
    boolean critical = (round + number) % ILL == 0;
    Instant at = Instant.now().minusNanos(System.nanoTime() - due);
    String messageId = patient + ":" + number;
    if (critical) {
      ill.put(patient, new Posted(due, at));
      waiting.incrementAndGet();
    }
    Map<String, Object> set =
        critical ? Patients.critical(at, messageId) : Patients.well(at, messageId);
    http.begin("/patients/" + patient + "/observations", set)
        .whenComplete((answer, failure) -> answered(answer == null ? 0 : answer.statusCode(), due))
        .exceptionally(failure -> null);
  }

  private void answered(int status, long due) {
    if (status == 201) {
      figures.answered.add(System.nanoTime() - due);
    } else {
      refused.incrementAndGet();
    }
  }

  private void saw(LiveEvents.Seen event) {
    Posted set = ill.get(event.patient());
    if (set == null) {
      return;
    }
    if (event.type().equals("BreachBegan")) {
      figures.toRecord.add(between(set.at(), event.recordedAt()));
      ill.put(event.patient(), new Posted(set.nanoTime(), event.recordedAt()));
    } else if (event.type().equals("AlertRaised")) {
      figures.toRaise.add(between(set.at(), event.recordedAt()));
      figures.toShow.add(between(event.recordedAt(), event.at()));
      figures.seen.add(event.nanoTime() - set.nanoTime());
      waiting.decrementAndGet();
      acknowledge(event.data().path("payload").path("alertId").asText());
    }
  }

  private void acknowledge(String alert) {
    http.begin("/alerts/" + alert + "/acknowledgement", Map.of())
        .thenAccept(
            answer -> {
              if (answer.statusCode() != 200) {
                refused.incrementAndGet();
              }
            })
        .exceptionally(
            failure -> {
              refused.incrementAndGet();
              return null;
            });
  }

  private static long between(Instant from, Instant until) {
    return Duration.between(from, until).toNanos();
  }

  private void settle() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (waiting.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @SuppressWarnings("SystemOut")
  private void print() {
    System.out.printf(
        "%d sets/s over %d beds for %d s; %d calls refused, %d alerts not seen%n",
        RATE, BEDS, MEASURED.toSeconds(), refused.get(), waiting.get());
    System.out.printf(
        "| from a set that is due | number | p50 | p99 | max |%n|---|---|---|---|---|%n");
    print("to its answer", figures.answered);
    print("to its alert on the stream", figures.seen);
    print("of this: until it is in the log", figures.toRecord);
    print("until its alert is in the log", figures.toRaise);
    print("until that is on the stream", figures.toShow);
  }

  @SuppressWarnings("SystemOut")
  private static void print(String what, Latencies latencies) {
    System.out.printf(
        "| %s | %d | %.1f ms | %.1f ms | %.1f ms |%n",
        what,
        latencies.count(),
        latencies.percentile(0.5) / 1000,
        latencies.percentile(0.99) / 1000,
        latencies.percentile(1) / 1000);
  }
}
