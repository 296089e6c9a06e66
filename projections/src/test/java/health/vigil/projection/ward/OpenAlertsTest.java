package health.vigil.projection.ward;

import static health.vigil.projection.PatientFixture.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.projection.PatientFixture;
import health.vigil.ward.BedId;
import org.junit.jupiter.api.Test;

class OpenAlertsTest {
  private static final BedId BED = BedId.of(PatientFixture.someWard(), "1");

  private final AlertRaised low = new PatientFixture().raised(BED, Priority.LOW, MORNING);
  private final AlertRaised high =
      new PatientFixture().raised(BED, Priority.HIGH, MORNING.plusSeconds(60));

  @Test
  void the_most_urgent_is_first() {
    OpenAlerts alerts = OpenAlerts.NONE.with(low).with(high);

    assertThat(alerts.alerts())
        .extracting(OpenAlerts.OpenAlert::alertId)
        .containsExactly(high.alertId(), low.alertId());
    assertThat(alerts.highest()).isEqualTo(Priority.HIGH);
  }

  @Test
  void without_alerts_there_is_no_highest() {
    assertThat(OpenAlerts.NONE.highest()).isNull();
    assertThat(OpenAlerts.NONE.count()).isZero();
  }

  @Test
  void a_change_of_priority_changes_the_order() {
    OpenAlerts alerts =
        OpenAlerts.NONE
            .with(low)
            .with(high)
            .changing(low.alertId(), alert -> alert.at(Priority.HIGH).being(Presence.LATCHED));

    assertThat(alerts.alerts().get(0).alertId()).isEqualTo(low.alertId());
    assertThat(alerts.alerts().get(0).presence()).isEqualTo(Presence.LATCHED);
  }

  @Test
  void an_alert_that_ended_is_gone() {
    assertThat(OpenAlerts.NONE.with(low).with(high).without(high.alertId()))
        .isEqualTo(OpenAlerts.NONE.with(low));
  }
}
