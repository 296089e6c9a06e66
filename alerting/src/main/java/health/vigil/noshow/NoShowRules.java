package health.vigil.noshow;

import java.time.Duration;
import java.time.Instant;

/**
 * When an appointment counts as missed.
 *
 * @param grace how long after the start a patient is still waited for; not negative
 */
public record NoShowRules(Duration grace) {
  public static final NoShowRules STANDARD = new NoShowRules(Duration.ofMinutes(15));

  public NoShowRules {
    if (grace.isNegative()) {
      throw new IllegalArgumentException("the grace time of a no-show is not negative");
    }
  }

  Instant missedAt(Instant start) {
    return start.plus(grace);
  }
}
