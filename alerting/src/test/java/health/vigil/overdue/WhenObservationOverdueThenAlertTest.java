package health.vigil.overdue;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.alert.AlertEvent.AlertRaised;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.SagaStory;
import health.vigil.monitoring.Assessment;
import health.vigil.monitoring.CurrentStatus;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.Timeliness;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.OxygenSaturationScale;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WhenObservationOverdueThenAlertTest {
  private static final PatientId PATIENT = new PatientId("7f3c1f5e-0000-4000-8000-000000000001");
  private static final StayId STAY = new StayId("7f3c1f5e-0000-4000-8000-000000000002");
  private static final BedId BED = BedId.of(new WardId("5-west"), "12");
  private static final BedId OTHER_BED = BedId.of(new WardId("icu"), "3");
  private static final MonitoringId MONITORING = MonitoringId.of(STAY);
  private static final AlertId FIRST = AlertId.of(STAY, AlertRule.OBSERVATION_OVERDUE, 1);
  private static final AlertId SECOND = AlertId.of(STAY, AlertRule.OBSERVATION_OVERDUE, 2);

  private static final VitalSigns NOTHING_MEASURED =
      new VitalSigns(null, null, null, null, null, null, null, null, null, null, Map.of());

  private SagaStory<Visible> story = SagaStory.of(Visible.class, minute(0));

  /** The fixture makes instances of public classes only. */
  public static final class Visible extends WhenObservationOverdueThenAlert {
    public Visible() {}
  }

  @BeforeEach
  void aStayIsMonitoredAndDueInAnHour() {
    begins();
  }

  @Nested
  class WhenNoObservationComes {
    @Test
    void nobodyIsToldUntilTheGraceTimeEnds() {
      story.until(65).tells();
      story.until(66).tells("66 raised MEDIUM NURSE");
    }

    @Test
    void theAlertIsTechnicalAndNeverLatches() {
      story.until(66);
      assertThat(story.log())
          .singleElement()
          .isInstanceOfSatisfying(
              AlertRaised.class,
              raised -> {
                assertThat(raised.kind()).isEqualTo(AlertKind.TECHNICAL);
                assertThat(raised.rule()).isEqualTo(AlertRule.OBSERVATION_OVERDUE);
                assertThat(raised.cause().basis()).isNull();
                assertThat(raised.latching()).isFalse();
              });
    }

    @Test
    void itIsLowAfterLow() {
      records(0, Band.LOW, 240);
      story.until(600).tells("264 raised LOW NURSE");
    }

    @Test
    void itIsMediumAfterMediumAndEscalates() {
      records(0, Band.MEDIUM, 60);
      story.until(600).tells("66 raised MEDIUM NURSE", "81 escalated MEDICAL_TEAM");
    }

    @Test
    void itIsMediumAfterLowMedium() {
      records(0, Band.LOW_MEDIUM, 60);
      story.until(66).tells("66 raised MEDIUM NURSE");
    }

    @Test
    void itIsMediumAndAnIntervalLaterHighAfterHigh() {
      records(0, Band.HIGH, 30);
      story
          .until(600)
          .tells(
              "35 raised MEDIUM NURSE",
              "50 escalated MEDICAL_TEAM",
              "65 upgraded HIGH NURSE",
              "70 escalated REGISTRAR",
              "80 escalated CRITICAL_CARE");
    }

    @Test
    void acknowledgementStopsEscalationAtOnce() {
      story.until(66).acknowledged(FIRST, 70).until(600);
      story.tells("66 raised MEDIUM NURSE", "70 acknowledged");
    }

    @Test
    void anAcknowledgedAlertIsUpgradedAllTheSame() {
      records(0, Band.HIGH, 30);
      story.until(35).acknowledged(FIRST, 40).until(65);
      story.tells("35 raised MEDIUM NURSE", "40 acknowledged", "65 upgraded HIGH NURSE");
    }
  }

  @Nested
  class WhenAnObservationComes {
    @Test
    void inTimeNobodyIsTold() {
      story.until(65);
      records(65, Band.LOW, 305);
      story.until(300).tells();
    }

    @Test
    void itClearsTheAlert() {
      story.until(66);
      records(70, Band.LOW, 310);
      story.until(300).tells("66 raised MEDIUM NURSE", "70 ended CLEARED").goesOn();
    }

    @Test
    void itClearsAnAcknowledgedAlert() {
      story.until(66).acknowledged(FIRST, 67);
      records(70, Band.LOW, 310);
      story.tells("66 raised MEDIUM NURSE", "67 acknowledged", "70 ended CLEARED");
    }

    @Test
    void theNextThatIsOverdueIsAnotherAlert() {
      story.until(66);
      records(70, Band.MEDIUM, 130);
      story
          .until(136)
          .tells("66 raised MEDIUM NURSE", "70 ended CLEARED", "136 raised MEDIUM NURSE");
      assertThat(story.alerts()).containsExactly(FIRST, SECOND);
    }

    @Test
    void anIncompleteOneClearsNothingAndPutsNothingOff() {
      incomplete(30, 60);
      story.until(66).tells("66 raised MEDIUM NURSE");
      incomplete(70, 60);
      story.until(75).tells("66 raised MEDIUM NURSE");
    }

    @Test
    void aLateOneThatLeavesTheNextOverdueClearsNothing() {
      story.until(100);
      recordsLate(100, 40, Band.HIGH, 70);
      story.tells("66 raised MEDIUM NURSE", "81 escalated MEDICAL_TEAM");
    }

    @Test
    void aLateOneWhoseNextIsOverdueAlreadyAlertsNow() {
      story.until(50);
      recordsLate(50, 5, Band.HIGH, 35);
      story.until(51).tells("50 raised MEDIUM NURSE");
    }
  }

  @Nested
  class WhenTheStatusChangesOtherwise {
    @Test
    void aRetractionBringsBackWhatWasDueBefore() {
      records(10, Band.LOW, 250);
      logged(
          new ObservationRetracted(
              MONITORING,
              PATIENT,
              STAY,
              BED,
              new ObservationId("set-10"),
              null,
              new CurrentStatus(null, null, null, minute(60)),
              "wrong patient",
              minute(20)));
      story.until(66).tells("66 raised MEDIUM NURSE");
    }

    @Test
    void aPlanMayAskForAnEarlierOne() {
      records(0, Band.LOW, 240);
      logged(
          new MonitoringPlanSet(
              MONITORING,
              PATIENT,
              STAY,
              BED,
              MonitoringPlan.STANDARD,
              1,
              new CurrentStatus(
                  new ObservationId("set-0"), minute(0), score(Band.LOW), minute(120)),
              minute(10)));
      story.until(132).tells("132 raised LOW NURSE");
    }

    @Test
    void whatIsNoLongerDueIsNoLongerOverdue() {
      story.until(66);
      logged(
          new MonitoringPlanSet(
              MONITORING,
              PATIENT,
              STAY,
              BED,
              MonitoringPlan.STANDARD,
              1,
              new CurrentStatus(null, null, null, null),
              minute(70)));
      story.tells("66 raised MEDIUM NURSE", "70 ended CLEARED").waitsForNothing();
    }

    @Test
    void theAlertMovesWithThePatient() {
      story.until(66);
      logged(new MonitoringMoved(MONITORING, PATIENT, STAY, BED, OTHER_BED, minute(67)));
      story.tells("66 raised MEDIUM NURSE", "67 moved icu");
    }
  }

  @Nested
  class WhenTheStayIsPaused {
    @Test
    void nothingIsOverdueUntilThePauseEnds() {
      pauses(30, 180);
      story.until(185).tells();
      story.until(186).tells("186 raised MEDIUM NURSE");
    }

    @Test
    void whatWasOverdueIsCleared() {
      story.until(66);
      pauses(70, 180);
      story
          .until(186)
          .tells("66 raised MEDIUM NURSE", "70 ended CLEARED", "186 raised MEDIUM NURSE");
    }
  }

  @Nested
  class WhenTheStayEnds {
    @Test
    void theAlertEndsWithIt() {
      story.until(66);
      logged(new MonitoringStopped(MONITORING, PATIENT, STAY, BED, minute(70)));
      story.tells("66 raised MEDIUM NURSE", "70 ended STAY_ENDED").leavesNothing();
    }

    @Test
    void nothingIsWaitedForAnyMore() {
      logged(new MonitoringStopped(MONITORING, PATIENT, STAY, BED, minute(10)));
      story.tells().leavesNothing();
    }
  }

  @Test
  void whatIsChartedOutsideStaysIsNeverDue() {
    story = SagaStory.of(Visible.class, minute(0));
    MonitoringId chart = MonitoringId.outsideStays(PATIENT);
    story.happens(
        chart.value(),
        new MonitoringStarted(chart, PATIENT, null, null, minute(0), null, minute(0)));
    story.leavesNothing();
  }

  @Nested
  class AfterAKill {
    @Test
    void whatADeadlineHadRaisedIsRaisedOnceAndCleared() {
      story.until(66);
      story = story.afterKill(Visible.class);
      begins();
      records(70, Band.LOW, 310);
      story.until(300).tells("66 raised MEDIUM NURSE", "70 ended CLEARED");
    }

    @Test
    void whatFellDueMeanwhileIsDoneBeforeWhatCameAfter() {
      records(0, Band.HIGH, 30);
      story.until(40);
      story = story.afterKill(Visible.class);
      begins();
      records(0, Band.HIGH, 30);
      records(67, Band.LOW, 307);
      story.tells("35 raised MEDIUM NURSE", "65 upgraded HIGH NURSE", "67 ended CLEARED");
    }
  }

  private void begins() {
    logged(new MonitoringStarted(MONITORING, PATIENT, STAY, BED, minute(0), minute(60), minute(0)));
  }

  private void records(long minute, Band band, long due) {
    recordsLate(minute, minute, band, due);
  }

  private void recordsLate(long minute, long measured, Band band, long due) {
    logged(recorded(minute, measured, score(band), due));
  }

  private void incomplete(long minute, long due) {
    Score score =
        new Score(
            "NEWS2",
            "2017",
            "1",
            OxygenSaturationScale.SCALE_1,
            false,
            null,
            null,
            Map.of(),
            List.of(Vital.PULSE),
            null);
    logged(recorded(minute, minute, score, due));
  }

  private void pauses(long minute, long until) {
    story.happens(
        STAY.value(),
        new StayPaused(STAY, PATIENT, BED, PauseReason.OFF_WARD, minute(until), minute(minute)));
  }

  private void logged(Object event) {
    story.happens(MONITORING.value(), event);
  }

  private static VitalSignsRecorded recorded(
      long minute, long measured, @Nullable Score score, long due) {
    ObservationId set = new ObservationId("set-" + minute);
    return new VitalSignsRecorded(
        MONITORING,
        PATIENT,
        STAY,
        BED,
        set,
        NOTHING_MEASURED,
        minute(measured),
        null,
        null,
        null,
        new Assessment(score, null, Timeliness.CURRENT, Set.of(), 0),
        new CurrentStatus(set, minute(measured), score, minute(due)),
        minute(minute));
  }

  private static Score score(Band band) {
    return new Score(
        "NEWS2",
        "2017",
        "1",
        OxygenSaturationScale.SCALE_1,
        true,
        4,
        band,
        Map.of(),
        List.of(),
        null);
  }

  private static Instant minute(long minute) {
    return Instant.parse("2026-11-23T08:00:00Z").plus(Duration.ofMinutes(minute));
  }
}
