package health.vigil.simulator.physiology;

/** Oxygen and carbon dioxide; tensions in mmHg, at sea level. */
final class Gases {
  private static final double DRY_PRESSURE = 760 - 47;
  private static final double RESPIRATORY_QUOTIENT = 0.8;
  private static final double IN_AIR = 0.21;
  private static final double FOR_EACH_LITRE = 0.04;
  private static final double MOST_INSPIRED = 0.8;
  private static final double LEAST_TENSION = 20;

  private Gases() {}

  /**
   * The alveolar gas equation (Fenn, Rahn, Otis 1946), with 4 % more oxygen inspired for each litre
   * a minute, the bedside rule for a cannula.
   */
  static double alveolarOxygen(double litres, double carbonDioxide) {
    double inspired = Math.min(MOST_INSPIRED, IN_AIR + FOR_EACH_LITRE * litres);
    return Math.max(LEAST_TENSION, inspired * DRY_PRESSURE - carbonDioxide / RESPIRATORY_QUOTIENT);
  }

  /**
   * The oxygen dissociation curve in %: Severinghaus, Simple, accurate equations for human blood O2
   * dissociation computations, J Appl Physiol 1979; 46: 599.
   */
  static double saturation(double oxygen) {
    return 100 / (1 + 23_400 / (oxygen * oxygen * oxygen + 150 * oxygen));
  }
}
