package health.vigil.e2e;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sets of patients who are well, more than can be taken; what is refused is not sent again. */
final class Flood {
  /** The client's own bound: what does not fit is not sent, and counted. */
  private static final int IN_FLIGHT = 2000;

  private final Http http;
  private final List<String> patients;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

  final Set<String> recorded = ConcurrentHashMap.newKeySet();
  final Set<String> refused = ConcurrentHashMap.newKeySet();
  final AtomicInteger unsent = new AtomicInteger();
  final AtomicLong slowest = new AtomicLong();

  /** Whatever is neither a 201 nor the 503 that it should be. */
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  Flood(Http http, List<String> patients) {
    this.http = http;
    this.patients = patients;
  }

  /** As many clients as this, each of which waits for its answer; answers 201s a second. */
  double measure(int clients, Duration duration) throws InterruptedException {
    int before = recorded.size();
    long end = System.nanoTime() + duration.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    for (int client = 0; client < clients; client++) {
      threads.execute(
          () -> {
            while (System.nanoTime() < end) {
              send().join();
            }
          });
    }
    threads.shutdown();
    if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the clients were not answered");
    }
    return (recorded.size() - before) / (double) duration.toSeconds();
  }

  /** Sends at this pace, whatever is answered, and waits for the last answers. */
  void offer(double perSecond, Duration duration) throws InterruptedException {
    new OpenLoop(perSecond)
        .run(
            duration,
            (number, due) -> {
              if (inFlight.tryAcquire()) {
                answered(send().whenComplete((done, failure) -> inFlight.release()));
              } else {
                unsent.incrementAndGet();
              }
            });
    if (!inFlight.tryAcquire(IN_FLIGHT, 60, TimeUnit.SECONDS)) {
      wrong.add((IN_FLIGHT - inFlight.availablePermits()) + " calls were never answered");
    }
  }

  /** A client that sends now and then, as when there is no flood. */
  Http.Answer sendOne() throws IOException, InterruptedException {
    int number = numbers.incrementAndGet();
    String patient = patients.get(number % patients.size());
    return new Patients(http).observe(patient, Patients.well(Instant.now(), "one-" + number));
  }

  String anyPatient() {
    return patients.get(0);
  }

  private CompletableFuture<Void> send() {
    int number = numbers.incrementAndGet();
    String patient = patients.get(number % patients.size());
    String messageId = "flood-" + number;
    long begin = System.nanoTime();
    return http.begin(
            "/patients/" + patient + "/observations", Patients.well(Instant.now(), messageId))
        .handle(
            (answer, failure) -> {
              slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
              if (failure != null) {
                wrong.add(failure.toString());
              } else {
                note(messageId, answer);
              }
              return null;
            });
  }

  private void note(String messageId, HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 201) {
      recorded.add(messageId);
    } else if (isRefusal(answer)) {
      refused.add(messageId);
    } else {
      wrong.add(answer.statusCode() + " " + answer.headers().map());
    }
  }

  /** Kept by the client until it is answered; failures are noted where they are seen. */
  private static void answered(CompletableFuture<Void> call) {
    if (call.isCompletedExceptionally()) {
      call.join();
    }
  }

  /** Of a gate that has no place. */
  private static boolean isRefusal(HttpResponse<byte[]> answer) {
    long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(0);
    return answer.statusCode() == 503
        && seconds >= 1
        && seconds <= 4
        && new String(answer.body(), StandardCharsets.UTF_8)
            .contains("/problems/too-many-readings-at-once");
  }
}
