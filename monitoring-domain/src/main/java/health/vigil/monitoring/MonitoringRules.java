package health.vigil.monitoring;

import health.vigil.monitoring.score.Band;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a hospital may set about monitoring; {@link #STANDARD} holds the values of the Royal College
 * of Physicians and of our own decisions where it is silent.
 *
 * @param firstObservationWithin how soon after admission the first set is due
 * @param intervalAtZero until the next set at a total of 0, at most
 * @param intervalAtLow until the next set at a total of 1 to 4, where the plan says nothing
 * @param longestIntervalAtLow what a plan may say at a total of 1 to 4, at most
 * @param intervalAtMedium until the next set at LOW_MEDIUM and MEDIUM
 * @param intervalAtHigh until the next set by hand at HIGH
 * @param intervalUnscored until the next set of a patient who is not scored, where the plan says
 *     nothing
 * @param lateAlertsWithin how long after its measurement late data still alerts
 * @param clockTolerance how far in the future a measurement may seem to lie
 * @param scoredFromAge in years
 * @param breachFrom the lowest band that breaches
 * @param zone of the hospital, for the age on the day of a measurement
 */
public record MonitoringRules(
    Duration firstObservationWithin,
    Duration intervalAtZero,
    Duration intervalAtLow,
    Duration longestIntervalAtLow,
    Duration intervalAtMedium,
    Duration intervalAtHigh,
    Duration intervalUnscored,
    Duration lateAlertsWithin,
    Duration clockTolerance,
    int scoredFromAge,
    Band breachFrom,
    ZoneId zone) {
  public static final MonitoringRules STANDARD =
      new MonitoringRules(
          Duration.ofHours(1),
          Duration.ofHours(12),
          Duration.ofHours(4),
          Duration.ofHours(6),
          Duration.ofHours(1),
          Duration.ofMinutes(30),
          Duration.ofHours(12),
          Duration.ofMinutes(60),
          Duration.ofMinutes(5),
          16,
          Band.LOW_MEDIUM,
          ZoneOffset.UTC);

  /**
   * @throws IllegalArgumentException when an interval is not above 0, or another value is negative
   */
  public MonitoringRules {
    requirePositive(firstObservationWithin, "firstObservationWithin");
    requirePositive(intervalAtZero, "intervalAtZero");
    requirePositive(intervalAtLow, "intervalAtLow");
    requirePositive(longestIntervalAtLow, "longestIntervalAtLow");
    requirePositive(intervalAtMedium, "intervalAtMedium");
    requirePositive(intervalAtHigh, "intervalAtHigh");
    requirePositive(intervalUnscored, "intervalUnscored");
    if (lateAlertsWithin.isNegative() || clockTolerance.isNegative() || scoredFromAge < 0) {
      throw new IllegalArgumentException("a monitoring rule is negative");
    }
  }

  private static void requirePositive(Duration interval, String name) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException(name + " is above 0");
    }
  }
}
