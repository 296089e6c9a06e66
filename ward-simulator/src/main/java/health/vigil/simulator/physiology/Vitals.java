package health.vigil.simulator.physiology;

/**
 * The vital signs of a patient at one moment, before a device rounds them.
 *
 * @param respirationRate breaths a minute
 * @param oxygenSaturation %
 * @param oxygenFlow litres a minute, 0 on air
 * @param systolicBloodPressure mmHg
 * @param diastolicBloodPressure mmHg
 * @param pulse beats a minute
 * @param temperature °C
 */
public record Vitals(
    double respirationRate,
    double oxygenSaturation,
    double oxygenFlow,
    double systolicBloodPressure,
    double diastolicBloodPressure,
    double pulse,
    Consciousness consciousness,
    double temperature) {

  /** The numbers lie between this and {@code next}; what is not a number is as it is here. */
  Vitals towards(Vitals next, double share) {
    return new Vitals(
        between(respirationRate, next.respirationRate, share),
        between(oxygenSaturation, next.oxygenSaturation, share),
        oxygenFlow,
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
