package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.VitalSignsFixture.scoring20;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.monitoring.AdasStay.at;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is measured outside a stay is charted, never scored, never alerts. */
class OutsideStayTest {
  private static final Assessment CHARTED =
      new Assessment(null, NotScored.OUTSIDE_STAY, Timeliness.CHARTED_ONLY, Set.of(), 0);

  @Test
  void whoIsInNoStayHasAChart() {
    AdasStay ada = AdasStay.registered();

    Outcome first = ada.measured("a", scoring20(), "09:30");
    Outcome second = ada.measured("b", scoring20(), "09:40");

    MonitoringId chart = MonitoringId.outsideStays(ADA);
    assertThat(first.event(MonitoringStarted.class).monitoringId()).isEqualTo(chart);
    VitalSignsRecorded recorded = second.event(VitalSignsRecorded.class);
    assertThat(recorded.monitoringId()).isEqualTo(chart);
    assertThat(recorded.stayId()).isNull();
    assertThat(recorded.assessment()).isEqualTo(CHARTED);
    assertThat(recorded.status()).isEqualTo(CurrentStatus.NONE);
    assertThat(second.events()).hasSize(1);
  }

  @Test
  void whatWasMeasuredBeforeTheStayLiesOutsideIt() {
    AdasStay ada = AdasStay.begun();

    Outcome before = ada.arrives("a", scoring20(), "08:59", "09:10");
    Outcome within = ada.arrives("b", scoring7(), "09:00", "09:10");

    VitalSignsRecorded recorded = before.event(VitalSignsRecorded.class);
    assertThat(recorded.stayId()).isEqualTo(Stays.ADAS_STAY);
    assertThat(recorded.assessment()).isEqualTo(CHARTED);
    assertThat(recorded.status().basis()).isNull();
    assertThat(recorded.status().nextObservationDue()).isEqualTo(at("10:00"));
    assertThat(before.events()).hasSize(1);
    assertThat(within.events()).hasSize(2);
  }

  @Test
  void afterDischargeThePatientHasAChartAgain() {
    AdasStay ada = AdasStay.begun();
    ada.vigil().givenCommands(Stays.discharge(ADA));

    assertThat(
            ada.measured("a", scoring20(), "10:00").event(VitalSignsRecorded.class).monitoringId())
        .isEqualTo(MonitoringId.outsideStays(ADA));
  }

  @Test
  void aChartedSetIsRetractedLikeAnyOther() {
    AdasStay ada = AdasStay.registered();
    ada.measured("a", scoring20(), "09:30");

    assertThat(ada.retracted("a", "09:40").event(ObservationRetracted.class).status())
        .isEqualTo(CurrentStatus.NONE);
  }
}
