package health.vigil.app.alert.explanation;

import health.vigil.monitoring.Limit;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.util.Objects;

/** How a value stands to a plan's limits. */
final class LimitInWords {
  private LimitInWords() {}

  /** "pulse 135 /min is above the plan's limit of 120 /min". */
  static String of(Vital vital, VitalSigns values, Limit limit) {
    BigDecimal value = values.number(vital);
    if (value == null) {
      return Words.name(vital) + " was not measured";
    }
    String text = Words.name(vital) + " " + Words.number(vital, value);
    int side = limit.side(value);
    if (side == 0) {
      return text + " is within the plan's limits";
    }
    BigDecimal bound = Objects.requireNonNull(side < 0 ? limit.low() : limit.high());
    String where = side < 0 ? "below" : "above";
    return text + " is " + where + " the plan's limit of " + Words.number(vital, bound);
  }
}
