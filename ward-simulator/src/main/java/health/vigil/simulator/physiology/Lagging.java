package health.vigil.simulator.physiology;

/** A quantity that goes where it is driven, with a delay: a first-order lag. */
final class Lagging {
  private final double delay;
  private double value;

  /**
   * @param delay minutes after which two thirds of the way are done
   */
  Lagging(double value, double delay) {
    this.value = value;
    this.delay = delay;
  }

  /** A step of the implicit Euler method: it never overshoots, whatever the step. */
  void follow(double target, double minutes) {
    value += (target - value) * minutes / (delay + minutes);
  }

  double value() {
    return value;
  }
}
