package health.vigil.rebuild;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.function.Supplier;

/** Transactions of their own, with time enough for what is done in them. */
final class Transactions {
  static final Duration SHORT = Duration.ofMinutes(1);
  static final Duration LONG = Duration.ofHours(6);

  private Transactions() {}

  /** Rolls back on every exception, and throws it on. */
  static <T> T in(Duration atMost, Supplier<T> work) {
    return QuarkusTransaction.requiringNew().timeout((int) atMost.toSeconds()).call(work::get);
  }

  static void in(Duration atMost, Runnable work) {
    QuarkusTransaction.requiringNew().timeout((int) atMost.toSeconds()).run(work);
  }
}
