package health.vigil.simulator.physiology;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The fluctuation of all vital signs of one patient, each in its own time; that of the breathing as
 * a share of its rate, because slow breathing is steady.
 */
final class Unrest {
  private final Fluctuation respirationRate;
  private final Fluctuation oxygenSaturation;
  private final Fluctuation pressure;
  private final Fluctuation pulsePressure;
  private final Fluctuation pulse;
  private final Fluctuation temperature;

  Unrest(SplittableRandom random) {
    respirationRate = new Fluctuation(random.split(), 0.03, 3);
    oxygenSaturation = new Fluctuation(random.split(), 0.3, 2);
    pressure = new Fluctuation(random.split(), 2, 4);
    pulsePressure = new Fluctuation(random.split(), 1, 4);
    pulse = new Fluctuation(random.split(), 1.5, 2);
    temperature = new Fluctuation(random.split(), 0.04, 15);
  }

  void pass(double minutes) {
    List.of(respirationRate, oxygenSaturation, pressure, pulsePressure, pulse, temperature)
        .forEach(fluctuation -> fluctuation.pass(minutes));
  }

  /** The vital signs as they show, within what can be. */
  Vitals on(Vitals quiet) {
    double systolic =
        within(40, 260, quiet.systolicBloodPressure() + pressure.value() + pulsePressure.value());
    double diastolic = quiet.diastolicBloodPressure() + pressure.value() - pulsePressure.value();
    return new Vitals(
        within(2, 60, quiet.respirationRate() * (1 + respirationRate.value())),
        within(40, 100, quiet.oxygenSaturation() + oxygenSaturation.value()),
        quiet.oxygenFlow(),
        systolic,
        within(20, systolic - 10, diastolic),
        within(25, 200, quiet.pulse() + pulse.value()),
        quiet.consciousness(),
        within(33, 42, quiet.temperature() + temperature.value()));
  }

  private static double within(double low, double high, double value) {
    return Math.min(high, Math.max(low, value));
  }
}
