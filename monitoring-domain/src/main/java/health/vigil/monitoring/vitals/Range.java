package health.vigil.monitoring.vitals;

import health.vigil.refusal.Refusal;
import java.math.BigDecimal;

/**
 * Physiological limits, both inclusive: narrower ones would refuse real emergencies.
 *
 * @param unit for people to read; the codes are UCUM's
 */
public record Range(BigDecimal lowest, BigDecimal highest, String unit) {
  /** More than a device's double ever prints; a bound on what rounding may cost. */
  private static final int MOST_DECIMALS = 20;

  Range(String lowest, String highest, String unit) {
    this(new BigDecimal(lowest), new BigDecimal(highest), unit);
  }

  public boolean contains(BigDecimal value) {
    return value.compareTo(lowest) >= 0
        && value.compareTo(highest) <= 0
        && value.scale() <= MOST_DECIMALS;
  }

  /** What to tell a client whose value lies outside. */
  public String accepted() {
    return "accepted is " + lowest + " to " + highest + " " + unit;
  }

  void check(String field, BigDecimal value) {
    if (!contains(value)) {
      throw Refusal.invalid(field, accepted());
    }
  }
}
