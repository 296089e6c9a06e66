package health.vigil.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.monitoring.score.Band;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MonitoringRulesTest {
  @Test
  void theStandardIsThatOfTheCollegeAndOfOurDecisions() {
    MonitoringRules standard = MonitoringRules.STANDARD;

    assertThat(standard.intervalAtZero()).isEqualTo(Duration.ofHours(12));
    assertThat(standard.intervalAtLow()).isEqualTo(Duration.ofHours(4));
    assertThat(standard.longestIntervalAtLow()).isEqualTo(Duration.ofHours(6));
    assertThat(standard.intervalAtMedium()).isEqualTo(Duration.ofHours(1));
    assertThat(standard.intervalAtHigh()).isEqualTo(Duration.ofMinutes(30));
    assertThat(standard.lateAlertsWithin()).isEqualTo(Duration.ofMinutes(60));
    assertThat(standard.scoredFromAge()).isEqualTo(16);
    assertThat(standard.breachFrom()).isEqualTo(Band.LOW_MEDIUM);
  }

  @Test
  void anIntervalOfNothingIsNotAccepted() {
    assertThatThrownBy(() -> withHighEvery(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("intervalAtHigh");
  }

  private static MonitoringRules withHighEvery(Duration interval) {
    MonitoringRules standard = MonitoringRules.STANDARD;
    return new MonitoringRules(
        standard.firstObservationWithin(),
        standard.intervalAtZero(),
        standard.intervalAtLow(),
        standard.longestIntervalAtLow(),
        standard.intervalAtMedium(),
        interval,
        standard.intervalUnscored(),
        standard.lateAlertsWithin(),
        standard.clockTolerance(),
        standard.scoredFromAge(),
        standard.breachFrom(),
        ZoneOffset.UTC);
  }
}
