package health.vigil.monitoring.score;

import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A set as the table reads it: temperature to 0.1 °C, all else to whole numbers, half up. */
record Reading(VitalSigns values, OxygenSaturationScale scale) {
  @Nullable BigDecimal rounded(Vital vital) {
    BigDecimal raw = values.number(vital);
    return raw == null ? null : raw.setScale(decimals(vital), RoundingMode.HALF_UP);
  }

  private static int decimals(Vital vital) {
    return vital == Vital.TEMPERATURE ? 1 : 0;
  }
}
