package health.vigil.simulator.physiology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SplittableRandom;

/**
 * A patient at rest, when nothing is the matter.
 *
 * @param respirationRate breaths a minute
 * @param pulse beats a minute
 * @param systolicBloodPressure mmHg
 * @param diastolicBloodPressure mmHg
 * @param temperature °C
 * @param carbonDioxide arterial tension in mmHg: 40, or 50 and more in chronic retention
 * @param oxygenTransfer arterial over alveolar oxygen tension: about 0.95, or 0.75 in chronic lung
 *     disease
 */
public record Rest(
    @JsonProperty(required = true) double respirationRate,
    @JsonProperty(required = true) double pulse,
    @JsonProperty(required = true) double systolicBloodPressure,
    @JsonProperty(required = true) double diastolicBloodPressure,
    @JsonProperty(required = true) double temperature,
    @JsonProperty(required = true) double carbonDioxide,
    @JsonProperty(required = true) double oxygenTransfer) {
  private static final double RETAINS_FROM = 45;

  public Rest {
    within("respirationRate", respirationRate, 8, 30);
    within("pulse", pulse, 40, 120);
    within("systolicBloodPressure", systolicBloodPressure, 80, 200);
    within("diastolicBloodPressure", diastolicBloodPressure, 40, 120);
    within("temperature", temperature, 35, 38);
    within("carbonDioxide", carbonDioxide, 30, 70);
    within("oxygenTransfer", oxygenTransfer, 0.5, 1);
    if (diastolicBloodPressure >= systolicBloodPressure) {
      throw new IllegalArgumentException("diastolicBloodPressure is below the systolic");
    }
  }

  private static void within(String field, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(
          "%s is %s; accepted is %s to %s".formatted(field, value, low, high));
    }
  }

  /** Another person of the same kind. */
  Rest varied(SplittableRandom random) {
    return new Rest(
        respirationRate + spread(random, 0.6),
        pulse + spread(random, 3),
        systolicBloodPressure + spread(random, 4),
        diastolicBloodPressure + spread(random, 3),
        temperature + spread(random, 0.1),
        carbonDioxide + spread(random, 1),
        Math.min(1, oxygenTransfer + spread(random, 0.01)));
  }

  private static double spread(SplittableRandom random, double most) {
    return most * (2 * random.nextDouble() - 1);
  }

  /** Whether oxygen takes away some of the drive to breathe. */
  boolean retainsCarbonDioxide() {
    return carbonDioxide > RETAINS_FROM;
  }

  double oxygenSaturation() {
    return Gases.saturation(oxygenTransfer * Gases.alveolarOxygen(0, carbonDioxide));
  }
}
