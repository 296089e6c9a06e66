package health.vigil.simulator.physiology;

import java.util.SplittableRandom;

/**
 * The beat-to-beat and breath-to-breath unrest of one vital sign: noise that remembers, after
 * Ornstein and Uhlenbeck, On the theory of the Brownian motion, Phys Rev 1930; 36: 823. Two values
 * are the more alike the closer they are in time.
 */
final class Fluctuation {
  private static final int SUMMED = 12;

  private final SplittableRandom random;
  private final double deviation;
  private final double memory;
  private double value;

  /**
   * @param deviation standard deviation in the long run
   * @param memory minutes after which two values have little in common
   */
  Fluctuation(SplittableRandom random, double deviation, double memory) {
    this.random = random;
    this.deviation = deviation;
    this.memory = memory;
    this.value = deviation * normal();
  }

  void pass(double minutes) {
    double kept = memory / (memory + minutes);
    value = kept * value + deviation * Math.sqrt(1 - kept * kept) * normal();
  }

  double value() {
    return value;
  }

  /** A sum of twelve equal chances: close to normal, within 6, and the same on every machine. */
  private double normal() {
    double sum = 0;
    for (int i = 0; i < SUMMED; i++) {
      sum += random.nextDouble();
    }
    return sum - SUMMED / 2.0;
  }
}
