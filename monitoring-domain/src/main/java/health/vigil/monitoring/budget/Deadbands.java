package health.vigil.monitoring.budget;

import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import java.math.BigDecimal;
import java.util.Map;

/**
 * By how much a value may differ from the recorded one and say nothing new, in the unit of its
 * vital sign. What has no deadband may not differ at all.
 */
public record Deadbands(Map<Vital, BigDecimal> byVital) {
  /**
   * Within what such devices and bodies vary from one moment to the next: the accuracy that makers
   * of oximeters state is 2 points, of cuffs 5 mmHg a measurement, of thermometers 0.2 °C;
   * breathing and pulse vary by more from minute to minute in a patient who rests.
   */
  public static final Deadbands STANDARD =
      new Deadbands(
          Map.of(
              Vital.RESPIRATION_RATE, BigDecimal.valueOf(2),
              Vital.OXYGEN_SATURATION, BigDecimal.valueOf(2),
              Vital.SYSTOLIC_BLOOD_PRESSURE, BigDecimal.valueOf(10),
              Vital.DIASTOLIC_BLOOD_PRESSURE, BigDecimal.valueOf(10),
              Vital.PULSE, BigDecimal.valueOf(10),
              Vital.TEMPERATURE, new BigDecimal("0.3")));

  /**
   * @throws IllegalArgumentException when one is negative
   */
  public Deadbands {
    byVital = InEnumOrder.copyOf(Vital.class, byVital);
    if (byVital.values().stream().anyMatch(band -> band.signum() < 0)) {
      throw new IllegalArgumentException("a deadband is negative");
    }
  }

  boolean exceeded(Vital vital, BigDecimal recorded, BigDecimal next) {
    BigDecimal band = byVital.getOrDefault(vital, BigDecimal.ZERO);
    return next.subtract(recorded).abs().compareTo(band) > 0;
  }
}
