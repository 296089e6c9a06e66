package health.vigil.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Whether NEWS2 holds for a patient on the day of a measurement. */
enum AgeGroup {
  ADULT,
  /** Under 16: recorded, not scored. */
  CHILD,
  /** No birth date is known: scored, and flagged. */
  UNKNOWN;

  boolean isScorable() {
    return this != CHILD;
  }

  static AgeGroup of(@Nullable LocalDate birthDate, Instant measuredAt, MonitoringRules rules) {
    if (birthDate == null) {
      return UNKNOWN;
    }
    LocalDate day = measuredAt.atZone(rules.zone()).toLocalDate();
    int years = Period.between(birthDate, day).getYears();
    return years < rules.scoredFromAge() ? CHILD : ADULT;
  }
}
