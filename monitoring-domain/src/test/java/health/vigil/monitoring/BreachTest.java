package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring1;
import static health.vigil.fixture.VitalSignsFixture.scoring20;
import static health.vigil.fixture.VitalSignsFixture.scoring3InOne;
import static health.vigil.fixture.VitalSignsFixture.scoring5;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.fixture.VitalSignsFixture.well;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BreachTest {
  private final AdasStay stay = AdasStay.begun();

  @Test
  void aLowScoreBreachesNothing() {
    assertThat(edges(stay.measured("a", scoring1(), "09:30"))).isEmpty();
  }

  @Test
  void aBreachBeginsWithItsFirstEpisode() {
    Outcome outcome = stay.measured("a", scoring7(), "09:30");

    assertThat(outcome.event(BreachBegan.class))
        .isEqualTo(
            new BreachBegan(
                AdasStay.MONITORING,
                Patients.ADA,
                Stays.ADAS_STAY,
                Stays.NORTH_1,
                BreachRule.NEWS2,
                1,
                Band.HIGH,
                set("a"),
                false,
                List.of(),
                false,
                at("09:30"),
                at("09:30")));
    assertThat(outcome.events().get(0)).isInstanceOf(VitalSignsRecorded.class);
  }

  @Test
  void aSingle3BreachesAtLowMedium() {
    assertThat(stay.measured("a", scoring3InOne(), "09:30").event(BreachBegan.class).level())
        .isEqualTo(Band.LOW_MEDIUM);
  }

  @Test
  void theSameLevelAgainIsNoNews() {
    stay.measured("a", scoring7(), "09:30");

    assertThat(edges(stay.measured("b", scoring20(), "10:00"))).isEmpty();
  }

  @Test
  void itRisesAndFallsWithCompleteSets() {
    stay.measured("a", scoring5(), "09:30");

    BreachLevelChanged up = stay.measured("b", scoring7(), "10:00").event(BreachLevelChanged.class);
    BreachLevelChanged down =
        stay.measured("c", scoring3InOne(), "10:30").event(BreachLevelChanged.class);

    assertThat(List.of(up.from(), up.level())).containsExactly(Band.MEDIUM, Band.HIGH);
    assertThat(List.of(down.from(), down.level())).containsExactly(Band.HIGH, Band.LOW_MEDIUM);
    assertThat(List.of(up.episode(), down.episode())).containsOnly(1);
    assertThat(down.basis()).isEqualTo(set("c"));
  }

  @Test
  void itEndsWithACompleteSetBelowTheThresholdAndTheNextIsAnotherEpisode() {
    stay.measured("a", scoring7(), "09:30");

    BreachEnded ended = stay.measured("b", scoring1(), "10:00").event(BreachEnded.class);
    BreachBegan again = stay.measured("c", scoring5(), "10:30").event(BreachBegan.class);

    assertThat(ended.reason()).isEqualTo(BreachEnd.CLEARED);
    assertThat(ended.basis()).isEqualTo(set("b"));
    assertThat(ended.episode()).isEqualTo(1);
    assertThat(again.episode()).isEqualTo(2);
  }

  @Test
  void dischargeEndsWhatIsStillBreached() {
    stay.measured("a", scoring7(), "09:30");

    Outcome outcome = stay.vigil().when(Stays.discharge(Patients.ADA)).expectAccepted();

    assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.STAY_ENDED);
    assertThat(outcome.event(MonitoringStopped.class).stayId()).isEqualTo(Stays.ADAS_STAY);
  }

  @Nested
  class FromAnIncompleteSet {
    @Test
    void theLowerBoundIsEnoughToBeginAndSaysWhatIsMissing() {
      BreachBegan began =
          stay.measured(
                  "a",
                  well()
                      .pulse("131")
                      .respirationRate("25")
                      .systolic("110")
                      .without(Vital.TEMPERATURE)
                      .set(),
                  "09:30")
              .event(BreachBegan.class);

      assertThat(began.level()).isEqualTo(Band.HIGH);
      assertThat(began.lowerBound()).isTrue();
      assertThat(began.missing()).containsExactly(Vital.TEMPERATURE);
    }

    @Test
    void aSingle3AlertsToo() {
      BreachBegan began =
          stay.measured("a", nothing().pulse("131").set(), "09:30").event(BreachBegan.class);

      assertThat(began.level()).isEqualTo(Band.LOW_MEDIUM);
      assertThat(began.missing()).hasSize(6);
    }

    @Test
    void itRaises() {
      stay.measured("a", scoring3InOne(), "09:30");

      BreachLevelChanged changed =
          stay.measured("b", nothing().pulse("131").respirationRate("22").set(), "10:00")
              .event(BreachLevelChanged.class);

      assertThat(changed.level()).isEqualTo(Band.MEDIUM);
      assertThat(changed.lowerBound()).isTrue();
    }

    @Test
    void itNeverLowersAndNeverEnds() {
      stay.measured("a", scoring7(), "09:30");

      assertThat(edges(stay.measured("b", nothing().pulse("131").set(), "10:00"))).isEmpty();
      assertThat(edges(stay.measured("c", well().without(Vital.PULSE).set(), "10:05"))).isEmpty();
      assertThat(edges(stay.measured("d", nothing().set(), "10:10"))).isEmpty();
    }

    @Test
    void itDoesNotSatisfyTheDueTime() {
      assertThat(dueAfter(stay.measured("a", well().without(Vital.PULSE).set(), "09:30")))
          .isEqualTo(at("10:00"));
      stay.measured("b", scoring1(), "09:40");
      assertThat(dueAfter(stay.measured("c", well().without(Vital.PULSE).set(), "10:30")))
          .isEqualTo(at("13:40"));
    }

    @Test
    void theDangerItShowsBringsTheNextSetForward() {
      stay.measured("a", scoring0(), "09:30");

      assertThat(
              dueAfter(
                  stay.measured("b", nothing().pulse("131").respirationRate("22").set(), "10:30")))
          .isEqualTo(at("11:30"));
    }
  }

  @Nested
  class FromLateData {
    @Test
    void itBeginsABreachMarkedLateAndChangesTheStatusInNothing() {
      stay.measured("a", scoring1(), "10:00");

      Outcome outcome = stay.arrives("b", scoring7(), "09:30", "10:30");

      VitalSignsRecorded recorded = outcome.event(VitalSignsRecorded.class);
      assertThat(recorded.assessment().timeliness()).isEqualTo(Timeliness.LATE);
      assertThat(recorded.assessment().flags()).isEmpty();
      assertThat(recorded.status().basis()).isEqualTo(set("a"));
      assertThat(recorded.status().nextObservationDue()).isEqualTo(at("14:00"));
      BreachBegan began = outcome.event(BreachBegan.class);
      assertThat(began.late()).isTrue();
      assertThat(began.measuredAt()).isEqualTo(at("09:30"));
    }

    @Test
    void itRaisesAnOpenBreach() {
      stay.measured("a", scoring5(), "10:00");

      BreachLevelChanged changed =
          stay.arrives("b", scoring7(), "09:55", "10:01").event(BreachLevelChanged.class);

      assertThat(changed.level()).isEqualTo(Band.HIGH);
      assertThat(changed.late()).isTrue();
    }

    @Test
    void itNeverLowersAndNeverEnds() {
      stay.measured("a", scoring7(), "10:00");

      assertThat(edges(stay.arrives("b", scoring0(), "09:55", "10:01"))).isEmpty();
      assertThat(edges(stay.arrives("c", scoring5(), "09:56", "10:02"))).isEmpty();
    }

    @Test
    void whatItBeganEndsWithTheNextCurrentCompleteSet() {
      stay.measured("a", scoring1(), "10:00");
      stay.arrives("b", scoring7(), "09:55", "10:01");

      assertThat(stay.measured("c", scoring1(), "10:30").event(BreachEnded.class).reason())
          .isEqualTo(BreachEnd.CLEARED);
    }

    @Test
    void afterAnHourItIsChartedAndFlaggedAndAlertsNobody() {
      stay.measured("a", scoring1(), "10:30");

      Outcome outcome = stay.arrives("b", scoring20(), "09:29", "10:30");

      Assessment assessment = outcome.event(VitalSignsRecorded.class).assessment();
      assertThat(assessment.timeliness()).isEqualTo(Timeliness.CHARTED_ONLY);
      assertThat(assessment.flags()).containsExactly(Flag.TOO_LATE_TO_ALERT);
      assertThat(assessment.score()).isNotNull();
      assertThat(edges(outcome)).isEmpty();
    }

    @Test
    void theNewestSetIsNeverLateHoweverLongItTook() {
      Outcome outcome = stay.arrives("a", scoring7(), "09:30", "12:30");

      assertThat(outcome.event(VitalSignsRecorded.class).assessment().timeliness())
          .isEqualTo(Timeliness.CURRENT);
      assertThat(outcome.event(BreachBegan.class).late()).isFalse();
    }

    @Test
    void aCompleteSetThatComesAfterANewerIncompleteOneStillSatisfiesTheDueTime() {
      stay.measured("a", well().without(Vital.PULSE).set(), "09:50");

      assertThat(dueAfter(stay.arrives("b", scoring1(), "09:45", "09:51"))).isEqualTo(at("13:45"));
    }
  }

  private static @Nullable Instant dueAfter(Outcome outcome) {
    return outcome.event(VitalSignsRecorded.class).status().nextObservationDue();
  }

  private static List<Object> edges(Outcome outcome) {
    return outcome.expectAccepted().events().stream()
        .filter(event -> !(event instanceof VitalSignsRecorded))
        .toList();
  }
}
