package health.vigil.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import health.vigil.benchmarks.ClosedLoop.Post;
import health.vigil.e2e.Http;
import health.vigil.e2e.OpenLoop;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Sets of well patients, as fast as they are answered or at a steady rate. */
final class BesideLoad {
  private static final int CONNECTIONS = Integer.getInteger("connections", 16);
  private static final int RATE = Integer.getInteger("rate", 100);
  private static final int PATIENTS = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final int WARM_UPS = Integer.getInteger("warmups", 12);

  private final Http http;
  private final List<String> patients;
  private final ClosedLoop loop;
  private final AtomicLong number = new AtomicLong();

  private BesideLoad(Vigil vigil, Http http, List<String> patients) {
    this.http = http;
    this.patients = patients;
    this.loop = new ClosedLoop(vigil.url(), vigil.token(), CONNECTIONS, this::next);
  }

  static BesideLoad on(Vigil vigil, Http http) throws IOException, InterruptedException {
    Patients admissions = new Patients(http);
    List<String> admitted = new ArrayList<>();
    for (int bed = 1; bed <= PATIENTS; bed++) {
      admitted.add(admissions.admit("TRAFFIC", String.valueOf(bed)));
    }
    return new BesideLoad(vigil, http, admitted);
  }

  /** Until a run is no more than a twentieth faster than the one before. */
  void warmUp() throws InterruptedException {
    double before = 0;
    for (int i = 0; i < WARM_UPS; i++) {
      double now = loop.run(WARM_UP).perSecond();
      if (now < 1.05 * before && i > 1) {
        return;
      }
      before = now;
    }
  }

  /** Sets a second. */
  double fast(Duration time) throws InterruptedException {
    return loop.run(time).perSecond();
  }

  /**
   * Sets at a steady rate.
   *
   * @param latencies of each from the moment at which it was due
   * @param refused told to come again
   */
  record Steady(Latencies latencies, int refused) {
    double millis(double share) {
      return latencies.percentile(share) / 1000;
    }
  }

  Steady steady(Duration time) {
    Latencies latencies = new Latencies();
    AtomicInteger refused = new AtomicInteger();
    Phaser underWay = new Phaser(1);
    new OpenLoop(RATE)
        .run(
            time,
            (each, due) -> {
              underWay.register();
              http.begin(path(patient()), set())
                  .whenComplete(
                      (answer, failure) -> {
                        if (answer == null || answer.statusCode() != 201) {
                          refused.incrementAndGet();
                        }
                        latencies.add(System.nanoTime() - due);
                        underWay.arriveAndDeregister();
                      })
                  .exceptionally(failure -> null);
            });
    underWay.arriveAndAwaitAdvance();
    return new Steady(latencies, refused.get());
  }

  private Post next() {
    try {
      return new Post("/api/v1" + path(patient()), Http.JSON.writeValueAsString(set()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a set can not be written", e);
    }
  }

  private String patient() {
    return patients.get((int) (number.getAndIncrement() % patients.size()));
  }

  private static String path(String patient) {
    return "/patients/" + patient + "/observations";
  }

  private static Map<String, Object> set() {
    return Patients.well(Instant.now(), UUID.randomUUID().toString());
  }
}
