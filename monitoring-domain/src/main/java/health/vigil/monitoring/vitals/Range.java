package health.vigil.monitoring.vitals;

import health.vigil.refusal.Refusal;
import java.math.BigDecimal;

/** Physiological limits: narrower ones would refuse real emergencies. */
record Range(String field, BigDecimal lowest, BigDecimal highest, String unit) {
  Range(String field, String lowest, String highest, String unit) {
    this(field, new BigDecimal(lowest), new BigDecimal(highest), unit);
  }

  void check(BigDecimal value) {
    if (value.compareTo(lowest) < 0 || value.compareTo(highest) > 0) {
      throw Refusal.invalid(field, "accepted is " + lowest + " to " + highest + " " + unit);
    }
  }
}
