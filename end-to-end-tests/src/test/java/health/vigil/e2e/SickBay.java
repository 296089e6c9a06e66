package health.vigil.e2e;

import health.vigil.e2e.Http.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Patients who become critical one after the other while others flood Vigil: a device that sends
 * each one's set again until it is taken, and a nurse who looks at the board and acknowledges.
 */
final class SickBay implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Http http;
  private final String ward;
  private final List<String> patients;
  private final ExecutorService people = Executors.newFixedThreadPool(2);

  /** When the critical set of a patient was answered. */
  final Map<String, Instant> answered = new ConcurrentHashMap<>();

  final AtomicInteger acknowledged = new AtomicInteger();
  final AtomicInteger boards = new AtomicInteger();

  /** What the nurse or the device should not have been told. */
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  private volatile boolean over;

  private SickBay(Http http, String ward, List<String> patients) {
    this.http = http;
    this.ward = ward;
    this.patients = patients;
  }

  static SickBay of(Http http, String ward, int beds) throws IOException, InterruptedException {
    Patients admissions = new Patients(http);
    List<String> patients = new ArrayList<>();
    for (int bed = 0; bed < beds; bed++) {
      patients.add(admissions.admit(ward, String.valueOf(bed)));
    }
    return new SickBay(http, ward, patients);
  }

  /** All become critical within this time. */
  void begin(Duration within) {
    people.execute(() -> noting(() -> device(within.dividedBy(patients.size()))));
    people.execute(() -> noting(this::nurse));
  }

  /** Waits until every set has been taken and every alert is acknowledged. */
  void finish(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (acknowledged.get() < patients.size() && wrong.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    over = true;
    people.shutdown();
    if (!people.awaitTermination(30, TimeUnit.SECONDS)) {
      wrong.add("somebody was not answered");
    }
  }

  private void device(Duration apart) throws IOException, InterruptedException {
    for (String patient : patients) {
      LockSupport.parkNanos(apart.toNanos());
      Map<String, Object> set = Patients.critical(Instant.now(), "critical-" + patient);
      while (!isTaken(patient, set) && !over) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private boolean isTaken(String patient, Map<String, Object> set) {
    HttpResponse<byte[]> answer = http.begin("/patients/" + patient + "/observations", set).join();
    if (answer.statusCode() == 201) {
      answered.put(patient, Instant.now());
      return true;
    }
    if (answer.statusCode() != 503) {
      wrong.add("a critical set was answered " + answer.statusCode());
    }
    return false;
  }

  private void nurse() throws IOException, InterruptedException {
    while (!over) {
      http.get("/wards/" + ward + "/board").expect(200);
      boards.incrementAndGet();
      Answer inbox = http.get("/alerts?ward=" + ward + "&presence=ON").expect(200);
      for (var alert : inbox.body().path("items")) {
        acknowledge(alert.path("alertId").asText());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** The inbox may show what has been acknowledged a moment ago. */
  private void acknowledge(String alert) throws IOException, InterruptedException {
    Answer answer = http.post("/alerts/" + alert + "/acknowledgement", Map.of());
    if (answer.status() == 200) {
      acknowledged.incrementAndGet();
    } else if (!answer.text("type").endsWith("/already-acknowledged")) {
      wrong.add("an acknowledgement was answered " + answer);
    }
  }

  private void noting(Work work) {
    try {
      work.run();
    } catch (IOException | InterruptedException | RuntimeException | AssertionError failure) {
      wrong.add(failure.toString());
    }
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  @Override
  public void close() {
    over = true;
    people.shutdownNow();
  }
}
