package health.vigil.app.monitoring;

import health.vigil.monitoring.score.Band;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.ZoneId;

/** What a hospital may set about monitoring; the defaults are the standard's. */
@ConfigMapping(prefix = "vigil.monitoring")
interface RulesConfiguration {
  /** How soon after admission the first set is due. */
  @WithDefault("1h")
  Duration firstObservationWithin();

  /** Until the next set at a total of 0. */
  @WithDefault("12h")
  Duration intervalAtZero();

  /** Until the next set at a total of 1 to 4, where the plan says nothing. */
  @WithDefault("4h")
  Duration intervalAtLow();

  /** What a plan may say at a total of 1 to 4, at most. */
  @WithDefault("6h")
  Duration longestIntervalAtLow();

  /** Until the next set at LOW_MEDIUM and MEDIUM. */
  @WithDefault("1h")
  Duration intervalAtMedium();

  /** Until the next set by hand at HIGH. */
  @WithDefault("30m")
  Duration intervalAtHigh();

  /** Until the next set of a patient who is not scored, where the plan says nothing. */
  @WithDefault("12h")
  Duration intervalUnscored();

  /** How long after its measurement late data still alerts. */
  @WithDefault("60m")
  Duration lateAlertsWithin();

  /** How far in the future a measurement may seem to lie. */
  @WithDefault("5m")
  Duration clockTolerance();

  /** Age in years from which patients are scored. */
  @WithDefault("16")
  @Min(0)
  int scoredFromAge();

  /** The lowest band that breaches. */
  @WithDefault("LOW_MEDIUM")
  Band breachFrom();

  /** Time zone of the hospital, for the age on the day of a measurement. */
  @WithDefault("UTC")
  ZoneId zone();
}
