package health.vigil.monitoring.score;

import health.vigil.monitoring.vitals.Vital;

/**
 * One cell of the NEWS2 table.
 *
 * @param name as people read it
 * @param subScore 0 to 3
 */
record TableRule(String name, Vital parameter, Condition condition, int subScore) {
  boolean fits(Reading reading) {
    return condition.fits(parameter, reading);
  }
}
