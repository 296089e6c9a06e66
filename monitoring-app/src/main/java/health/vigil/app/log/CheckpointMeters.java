package health.vigil.app.log;

import health.vigil.store.chain.Checkpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** Shows how far the log is signed, and since when. */
@Startup
@Singleton
class CheckpointMeters {
  CheckpointMeters(Checkpoints checkpoints, Clock clock, MeterRegistry registry) {
    if (checkpoints.areSigned()) {
      gauge(checkpoints, "position", Checkpoint::position)
          .description("The position up to which the log is signed")
          .register(registry);
      gauge(checkpoints, "age", last -> age(last, clock))
          .description("How old the newest checkpoint is; grows while nothing is recorded")
          .baseUnit("seconds")
          .register(registry);
    }
  }

  private static double age(Checkpoint last, Clock clock) {
    return Duration.between(last.at(), clock.instant()).toMillis() / 1000.0;
  }

  /** No number while there is no checkpoint. */
  private static Gauge.Builder<Checkpoints> gauge(
      Checkpoints checkpoints, String name, ToDoubleFunction<Checkpoint> value) {
    return Gauge.builder(
        "vigil.log.checkpoint." + name,
        checkpoints,
        all -> all.state().last().map(last -> value.applyAsDouble(last)).orElse(Double.NaN));
  }
}
