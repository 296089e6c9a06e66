package health.vigil.monitoring;

import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a set can have been measured: after the patient's birth, and not in the future. */
final class MeasurementTime {
  private MeasurementTime() {}

  /**
   * @param at when the set was received
   * @throws Refusal naming {@code measuredAt}
   */
  static void check(
      Instant measuredAt, @Nullable LocalDate birthDate, Instant at, MonitoringRules rules) {
    if (measuredAt.isAfter(at.plus(rules.clockTolerance()))) {
      throw Refusal.invalid(
          "measuredAt",
          "accepted is a time at most "
              + rules.clockTolerance().toMinutes()
              + " min after it is received");
    }
    if (birthDate != null && measuredAt.atZone(rules.zone()).toLocalDate().isBefore(birthDate)) {
      throw Refusal.invalid("measuredAt", "accepted is a time after the patient's birth");
    }
  }
}
