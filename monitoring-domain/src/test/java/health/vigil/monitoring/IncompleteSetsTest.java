package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring1;
import static health.vigil.fixture.VitalSignsFixture.scoring5;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.fixture.VitalSignsFixture.well;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A device that measures a part at any time, beside the nurse who measures all of it. */
class IncompleteSetsTest {
  private static final VitalSigns PULSE_72 = nothing().pulse("72").set();
  private static final VitalSigns AT_LEAST_MEDIUM =
      nothing().pulse("131").respirationRate("22").set();
  private static final VitalSigns AT_LEAST_HIGH =
      nothing().pulse("131").respirationRate("25").oxygenSaturation("95").set();

  private final AdasStay stay = AdasStay.begun();

  @Nested
  class TheStatus {
    @Test
    void aCompleteSetIsCurrentThoughADeviceHasSpokenSince() {
      stay.measured("monitor", PULSE_72, "09:31");

      VitalSignsRecorded recorded = recorded(stay.arrives("nurse", scoring1(), "09:30", "09:32"));

      assertThat(recorded.assessment().timeliness()).isEqualTo(Timeliness.CURRENT);
      assertThat(recorded.status().basis()).isEqualTo(set("nurse"));
      assertThat(recorded.status().measuredAt()).isEqualTo(at("09:30"));
      assertThat(recorded.status().nextObservationDue()).isEqualTo(at("13:30"));
    }

    @Test
    void itIsLateWhereANewerCompleteOneIsThere() {
      stay.measured("newer", scoring0(), "09:35");
      stay.measured("monitor", PULSE_72, "09:36");

      VitalSignsRecorded recorded = recorded(stay.arrives("nurse", scoring1(), "09:30", "09:37"));

      assertThat(recorded.assessment().timeliness()).isEqualTo(Timeliness.LATE);
      assertThat(recorded.status().basis()).isEqualTo(set("newer"));
    }

    @Test
    void anIncompleteSetDoesNotHideTheScore() {
      stay.measured("nurse", scoring5(), "09:30");

      CurrentStatus status = recorded(stay.measured("monitor", PULSE_72, "09:31")).status();

      assertThat(status.basis()).isEqualTo(set("nurse"));
      assertThat(Objects.requireNonNull(status.score()).total()).isEqualTo(5);
    }

    @Test
    void anIncompleteSetThatShowsMoreDangerIsTheStatusUntilTheNextCompleteOne() {
      stay.measured("nurse", scoring5(), "09:30");

      CurrentStatus worse = recorded(stay.measured("high", AT_LEAST_HIGH, "09:31")).status();
      CurrentStatus after = recorded(stay.measured("monitor", PULSE_72, "09:32")).status();
      CurrentStatus whole = recorded(stay.measured("again", scoring1(), "09:33")).status();

      assertThat(worse.basis()).isEqualTo(set("high"));
      assertThat(Objects.requireNonNull(worse.score()).atLeast()).isEqualTo(Band.HIGH);
      assertThat(after.basis()).isEqualTo(set("high"));
      assertThat(whole.basis()).isEqualTo(set("again"));
    }

    @Test
    void withNoCompleteSetItRestsOnTheNewestThatShowsMost() {
      stay.measured("medium", AT_LEAST_MEDIUM, "09:30");
      stay.measured("again", AT_LEAST_MEDIUM, "09:31");

      assertThat(recorded(stay.measured("monitor", PULSE_72, "09:32")).status().basis())
          .isEqualTo(set("again"));
    }

    @Test
    void withTheCompleteSetRetractedTheOneBeforeIsShownAgain() {
      stay.measured("first", scoring1(), "09:30");
      stay.measured("wrong", scoring7(), "09:40");
      stay.measured("monitor", PULSE_72, "09:41");

      CurrentStatus status =
          stay.retracted("wrong", "09:45").event(ObservationRetracted.class).status();

      assertThat(status.basis()).isEqualTo(set("first"));
      assertThat(status.nextObservationDue()).isEqualTo(at("13:30"));
    }
  }

  @Nested
  class TheScoresBreach {
    @Test
    void itEndsByACompleteSetThoughADeviceHasSpokenSince() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("monitor", PULSE_72, "10:01");

      Outcome outcome = stay.arrives("nurse", scoring1(), "10:00", "10:02");

      assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.CLEARED);
      assertThat(outcome.event(BreachEnded.class).basis()).isEqualTo(set("nurse"));
    }

    @Test
    void whatTheDeviceSawAfterTheCompleteSetIsNotEndedByIt() {
      stay.measured("danger", AT_LEAST_HIGH, "10:01");

      Outcome outcome = stay.arrives("nurse", scoring0(), "10:00", "10:02");

      assertThat(outcome.events()).hasSize(1);
      assertThat(recorded(outcome).status().basis()).isEqualTo(set("danger"));
      assertThat(recorded(outcome).status().nextObservationDue()).isEqualTo(at("10:31"));
      assertThat(stay.measured("again", scoring0(), "10:05").event(BreachEnded.class).reason())
          .isEqualTo(BreachEnd.CLEARED);
    }

    @Test
    void aCompleteSetLowersItOnlyToWhatTheDeviceSawAfter() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("medium", AT_LEAST_MEDIUM, "10:01");

      BreachLevelChanged changed =
          stay.arrives("nurse", scoring0(), "10:00", "10:02").event(BreachLevelChanged.class);

      assertThat(changed.level()).isEqualTo(Band.MEDIUM);
      assertThat(changed.basis()).isEqualTo(set("medium"));
      assertThat(changed.lowerBound()).isTrue();
    }

    @Test
    void howManySetsTheDeviceHasSentSinceMakesNoDifference() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("medium", AT_LEAST_MEDIUM, "10:01");
      for (int minute = 2; minute < 50; minute++) {
        stay.measured("m" + minute, PULSE_72, "10:%02d".formatted(minute));
      }

      assertThat(
              stay.arrives("nurse", scoring0(), "10:00", "10:50")
                  .event(BreachLevelChanged.class)
                  .level())
          .isEqualTo(Band.MEDIUM);
      assertThat(stay.arrives("later", scoring0(), "10:02", "10:51").event(BreachEnded.class))
          .isNotNull();
    }

    @Test
    void aCompleteSetBeginsItThoughADeviceHasSpokenSince() {
      stay.measured("monitor", PULSE_72, "10:01");

      BreachBegan began =
          stay.arrives("nurse", scoring7(), "10:00", "10:02").event(BreachBegan.class);

      assertThat(began.level()).isEqualTo(Band.HIGH);
      assertThat(began.late()).isFalse();
    }
  }

  @Nested
  class TheBreachOfALimit {
    @Test
    void itEndsByTheNewestValueOfItsVitalSignWhateverElseWasMeasuredSince() {
      stay.planned(Plans.limits(Vital.TEMPERATURE, null, "38"), 0, "09:10");
      stay.measured("hot", well().temperature("38.5").set(), "09:30");
      stay.measured("monitor", PULSE_72, "10:01");

      assertThat(
              stay.arrives("nurse", scoring0(), "10:00", "10:02").event(BreachEnded.class).rule())
          .isEqualTo(BreachRule.limit(Vital.TEMPERATURE));
    }

    @Test
    void aValueThatIsNotTheNewestDoesNotEndIt() {
      stay.planned(Plans.limits(Vital.PULSE, null, "80"), 0, "09:10");
      stay.measured("fast", nothing().pulse("85").set(), "09:59");
      stay.measured("monitor", nothing().pulse("85").set(), "10:01");
      for (int minute = 2; minute < 30; minute++) {
        stay.measured("m" + minute, nothing().temperature("37").set(), "10:%02d".formatted(minute));
      }

      assertThat(stay.arrives("nurse", scoring0(), "10:00", "10:30").events()).hasSize(1);
      assertThat(stay.measured("well", PULSE_72, "10:31").event(BreachEnded.class)).isNotNull();
    }

    @Test
    void ofTwoDevicesTheSlowerOneEndsItsOwn() {
      stay.planned(
          Plans.limits(
              Map.of(
                  Vital.PULSE, Plans.limit(null, "80"),
                  Vital.SYSTOLIC_BLOOD_PRESSURE, Plans.limit("100", null))),
          0,
          "09:10");
      stay.measured("low", nothing().systolic("95").set(), "09:30");
      stay.measured("monitor", PULSE_72, "09:36");

      assertThat(
              stay.arrives("cuff", nothing().systolic("120").set(), "09:35", "09:37")
                  .event(BreachEnded.class)
                  .rule())
          .isEqualTo(BreachRule.limit(Vital.SYSTOLIC_BLOOD_PRESSURE));
    }
  }

  private static VitalSignsRecorded recorded(Outcome outcome) {
    return outcome.expectAccepted().event(VitalSignsRecorded.class);
  }
}
