package health.vigil.e2e;

import health.vigil.e2e.Http.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Twenty clients that each bring in a patient and send that patient's course, and a nurse who
 * acknowledges what is MEDIUM. Each repeats a call under the same key until it is answered, as a
 * device does whose server has crashed.
 */
final class Round implements AutoCloseable {
  static final int CLIENTS = 20;

  private final String ward;
  private final Server http;
  private final Instant start = Instant.now();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> clients = new ArrayList<>();

  /** Positions that were answered, by message id. */
  final Map<String, Long> answered = new ConcurrentHashMap<>();

  /** How often a call had to be repeated, by the problem. */
  final Map<String, Integer> unanswered = new ConcurrentHashMap<>();

  final AtomicInteger inFlight = new AtomicInteger();
  final Map<String, Course> courses = new ConcurrentHashMap<>();

  Round(String ward, Server http) {
    this.ward = ward;
    this.http = http;
  }

  void begin() {
    for (int number = 0; number < CLIENTS; number++) {
      int client = number;
      clients.add(threads.submit(() -> client(client)));
    }
    clients.add(threads.submit(this::nurse));
  }

  /** Waits until every call has been answered; a client's error is thrown. */
  void await() throws InterruptedException {
    for (Future<?> client : clients) {
      try {
        client.get(3, TimeUnit.MINUTES);
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError("a client was not answered as it should be", e);
      }
    }
  }

  private Void client(int number) throws InterruptedException {
    Course course = Course.values()[number % Course.values().length];
    String bed = String.valueOf(number);
    String patient =
        untilAnswered(
                "/patients",
                "register-" + ward + "-" + bed,
                Map.of(
                    "mrn", "KILL-" + ward + "-" + bed,
                    "familyName", "Muster",
                    "givenName", "Bett",
                    "birthDate", "1950-01-01",
                    "sex", "UNKNOWN"))
            .text("patientId");
    courses.put(patient, course);
    untilAnswered(
        "/patients/" + patient + "/admission",
        "admit-" + ward + "-" + bed,
        Map.of("ward", ward, "bed", bed, "admittedAt", start.minusSeconds(60).toString()));
    for (int set = 0; set < Course.SETS; set++) {
      String messageId = ward + "-" + bed + ":" + set;
      Instant measuredAt = start.minusSeconds(Course.SETS - set);
      Answer answer =
          untilAnswered(
              "/patients/" + patient + "/observations",
              messageId,
              course.set(set, measuredAt, messageId));
      answered.put(messageId, answer.position());
    }
    return null;
  }

  private Void nurse() throws InterruptedException {
    long toSee = acknowledgements();
    Set<String> seen = new HashSet<>();
    while (seen.size() < toSee) {
      for (String alert : openMediumAlerts()) {
        untilAnswered("/alerts/" + alert + "/acknowledgement", "ack-" + alert, Map.of());
        seen.add(alert);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    return null;
  }

  private static long acknowledgements() {
    long courses = CLIENTS / Course.values().length;
    return courses * (Course.IS_SEEN.acknowledged + Course.RECOVERS.acknowledged);
  }

  private List<String> openMediumAlerts() throws InterruptedException {
    List<String> alerts = new ArrayList<>();
    try {
      for (String presence : List.of("ON", "LATCHED")) {
        Answer inbox =
            http.now().get("/alerts?ward=" + ward + "&priority=MEDIUM&presence=" + presence);
        inbox.body().path("items").forEach(alert -> alerts.add(alert.path("alertId").asText()));
      }
    } catch (IOException e) {
      // The application is down; the next look finds it up again.
      alerts.clear();
    }
    return alerts;
  }

  private Answer untilAnswered(String path, String key, Map<String, ?> body)
      throws InterruptedException {
    while (true) {
      inFlight.incrementAndGet();
      try {
        Answer answer = http.now().post(path, key, body);
        if (answer.status() / 100 == 2) {
          return answer;
        }
        if (answer.status() < 500 && !alreadyAcknowledged(answer)) {
          throw new AssertionError(path + " was refused: " + answer);
        }
        if (alreadyAcknowledged(answer)) {
          return answer;
        }
        unanswered.merge(answer.text("type"), 1, Integer::sum);
      } catch (IOException e) {
        unanswered.merge("no answer", 1, Integer::sum);
      } finally {
        inFlight.decrementAndGet();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  /**
   * The inbox lags a moment behind the log: the nurse may see an alert that is already dealt with.
   */
  private static boolean alreadyAcknowledged(Answer answer) {
    String type = answer.text("type");
    return type.endsWith("already-acknowledged") || type.endsWith("alert-over");
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
