package health.vigil.app.security;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long it takes to find out who asks and whether it is permitted, and what comes of it. */
@Singleton
class AccessMeters {
  private final Timer admitted;
  private final Timer forbidden;
  private final Timer unauthenticated;
  private final Timer undecided;

  AccessMeters(MeterRegistry meters) {
    this.admitted = timer("admitted", meters);
    this.forbidden = timer("forbidden", meters);
    this.unauthenticated = timer("unauthenticated", meters);
    this.undecided = timer("undecided", meters);
  }

  /**
   * @param begun by {@link System#nanoTime}, when the request came
   */
  void admitted(long begun) {
    record(admitted, begun);
  }

  void forbidden(long begun) {
    record(forbidden, begun);
  }

  void unauthenticated(long begun) {
    record(unauthenticated, begun);
  }

  /** Nobody could say, or too many asked. */
  void undecided(long begun) {
    record(undecided, begun);
  }

  private static void record(Timer timer, long begun) {
    timer.record(Duration.ofNanos(System.nanoTime() - begun));
  }

  private static Timer timer(String outcome, MeterRegistry meters) {
    return Timer.builder("vigil.security.decision")
        .description("From a request to whether it is let in")
        .tag("outcome", outcome)
        .register(meters);
  }
}
