package health.vigil.simulator;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A set of vital signs as a scenario states it and a device sends it.
 *
 * @param respirationRate breaths a minute
 * @param oxygenSaturation %
 * @param supplementalOxygen on oxygen
 * @param systolicBloodPressure mmHg
 * @param diastolicBloodPressure mmHg
 * @param pulse a minute
 * @param consciousness ALERT, CONFUSION, VOICE, PAIN or UNRESPONSIVE
 * @param temperature °C
 */
record Vitals(
    @JsonProperty(required = true) double respirationRate,
    @JsonProperty(required = true) double oxygenSaturation,
    @JsonProperty(required = true) boolean supplementalOxygen,
    @JsonProperty(required = true) double systolicBloodPressure,
    @JsonProperty(required = true) double diastolicBloodPressure,
    @JsonProperty(required = true) double pulse,
    @JsonProperty(required = true) String consciousness,
    @JsonProperty(required = true) double temperature) {

  /**
   * The numbers lie between this set and {@code next}; what is not a number stays as it is here.
   */
  Vitals towards(Vitals next, double share) {
    return new Vitals(
        between(respirationRate, next.respirationRate, share),
        between(oxygenSaturation, next.oxygenSaturation, share),
        supplementalOxygen,
        between(systolicBloodPressure, next.systolicBloodPressure, share),
        between(diastolicBloodPressure, next.diastolicBloodPressure, share),
        between(pulse, next.pulse, share),
        consciousness,
        between(temperature, next.temperature, share));
  }

  private static double between(double from, double to, double share) {
    return from + (to - from) * share;
  }
}
