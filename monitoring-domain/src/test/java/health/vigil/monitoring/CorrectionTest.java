package health.vigil.monitoring;

import static health.vigil.fixture.VitalSignsFixture.nothing;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring1;
import static health.vigil.fixture.VitalSignsFixture.scoring5;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What was wrong is amended or taken back; what rests on it is decided again. */
class CorrectionTest {
  private final AdasStay stay = AdasStay.begun();

  @Nested
  class OfValues {
    @Test
    void theCorrectedSetIsCurrentAndCarriedInFull() {
      stay.measured("a", scoring7(), "09:30");

      Outcome outcome = stay.corrected("a", scoring1(), "09:31", "10:00");

      ObservationCorrected corrected = outcome.event(ObservationCorrected.class);
      assertThat(corrected.values()).isEqualTo(scoring1());
      assertThat(corrected.status().basis()).isEqualTo(set("a"));
      assertThat(corrected.status().measuredAt()).isEqualTo(at("09:31"));
      assertThat(corrected.status().nextObservationDue()).isEqualTo(at("13:31"));
      assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.RETRACTED);
      outcome.expectResult(AssessedSet.of(corrected));
    }

    @Test
    void itMayBeginABreach() {
      stay.measured("a", scoring1(), "09:30");

      assertThat(stay.corrected("a", scoring7(), "09:30", "10:00").event(BreachBegan.class).basis())
          .isEqualTo(set("a"));
    }

    @Test
    void itMayLowerABreach() {
      stay.measured("a", scoring7(), "09:30");

      assertThat(
              stay.corrected("a", scoring5(), "09:30", "10:00")
                  .event(BreachLevelChanged.class)
                  .level())
          .isEqualTo(Band.MEDIUM);
    }

    @Test
    void aSetThatIsNoLongerCurrentChangesNothingButItself() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("b", scoring1(), "10:00");

      Outcome outcome = stay.corrected("a", scoring5(), "09:30", "10:10");

      assertThat(outcome.events()).hasSize(1);
      assertThat(outcome.event(ObservationCorrected.class).status().basis()).isEqualTo(set("b"));
    }

    @Test
    void whatRestsOnLaterSetsStays() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("b", scoring7(), "10:00");

      assertThat(stay.corrected("a", scoring1(), "09:30", "10:10").events()).hasSize(1);
    }

    @Test
    void anotherTimeMayMakeAnotherSetCurrent() {
      stay.measured("a", scoring1(), "09:30");
      stay.measured("b", scoring7(), "10:00");

      Outcome outcome = stay.corrected("b", scoring7(), "09:10", "10:10");

      assertThat(outcome.event(ObservationCorrected.class).status().basis()).isEqualTo(set("a"));
    }

    @Test
    void movedToBeforeTheStayItIsOnlyCharted() {
      stay.measured("a", scoring7(), "09:30");

      Outcome outcome = stay.corrected("a", scoring7(), "08:30", "10:00");

      ObservationCorrected corrected = outcome.event(ObservationCorrected.class);
      assertThat(corrected.assessment().notScored()).isEqualTo(NotScored.OUTSIDE_STAY);
      assertThat(corrected.status().basis()).isNull();
      assertThat(corrected.status().nextObservationDue()).isEqualTo(at("10:00"));
      assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.RETRACTED);
    }

    @Test
    void theTimeIsCheckedAsForANewSet() {
      stay.measured("a", scoring7(), "09:30");

      stay.corrected("a", scoring7(), "10:06", "10:00").expectInvalid("measuredAt");
    }

    @Test
    void itNeedsAReason() {
      stay.measured("a", scoring7(), "09:30");

      stay.vigil()
          .when(
              new CorrectObservation(
                  Patients.ADA, set("a"), scoring1(), at("09:30"), " ", at("10:00")))
          .expectInvalid("reason");
    }

    @Test
    void anOldSetThatIsHeldNoLongerIsCorrectedAllTheSame() {
      manySets();

      Outcome outcome = stay.corrected("0", scoring1(), "09:00", "11:00");

      assertThat(outcome.events()).hasSize(1);
      ObservationCorrected corrected = outcome.event(ObservationCorrected.class);
      assertThat(corrected.assessment().timeliness()).isEqualTo(Timeliness.CHARTED_ONLY);
      assertThat(corrected.status().basis()).isEqualTo(set("29"));
    }
  }

  @Nested
  class ByRetraction {
    @Test
    void theSetBeforeBecomesCurrentAgain() {
      stay.measured("a", scoring1(), "09:30");
      stay.measured("b", scoring7(), "10:00");

      Outcome outcome = stay.retracted("b", "10:10");

      CurrentStatus status = outcome.event(ObservationRetracted.class).status();
      assertThat(status.basis()).isEqualTo(set("a"));
      assertThat(status.nextObservationDue()).isEqualTo(at("13:30"));
      assertThat(outcome.event(BreachEnded.class))
          .satisfies(
              ended -> assertThat(ended.reason()).isEqualTo(BreachEnd.RETRACTED),
              ended -> assertThat(ended.basis()).isEqualTo(set("b")));
    }

    @Test
    void withNoSetLeftTheFirstIsDueAsAtAdmission() {
      stay.measured("a", scoring7(), "09:30");

      CurrentStatus status =
          stay.retracted("a", "09:40").event(ObservationRetracted.class).status();

      assertThat(status).isEqualTo(new CurrentStatus(null, null, null, at("10:00")));
    }

    @Test
    void aBreachThatOnlyAWrongSetHadEndedBeginsAgain() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("b", scoring0(), "10:00");

      BreachBegan began = stay.retracted("b", "10:10").event(BreachBegan.class);

      assertThat(began.basis()).isEqualTo(set("a"));
      assertThat(began.episode()).isEqualTo(2);
    }

    @Test
    void aBreachGoesOnWhereWhatRemainsBreachesToo() {
      stay.measured("a", scoring5(), "09:30");
      stay.measured("b", scoring7(), "10:00");

      Outcome outcome = stay.retracted("b", "10:10");

      assertThat(outcome.event(BreachLevelChanged.class).level()).isEqualTo(Band.MEDIUM);
    }

    @Test
    void aBreachKeepsAnIncompleteSetItRestsOnHoweverManyFollow() {
      stay.measured("danger", nothing().pulse("131").respirationRate("25").set(), "09:30");
      parts(nothing().temperature("37").set());

      assertThat(stay.retracted("29", "11:00").events()).hasSize(1);
      assertThat(stay.retracted("danger", "11:01").event(BreachEnded.class).reason())
          .isEqualTo(BreachEnd.RETRACTED);
    }

    @Test
    void theCompleteSetBeforeIsThereAgainHoweverManyPartsFollowed() {
      stay.measured("right", scoring7(), "09:30");
      stay.measured("wrong", scoring0(), "09:40");
      parts(nothing().pulse("72").set());

      Outcome outcome = stay.retracted("wrong", "11:00");

      CurrentStatus status = outcome.event(ObservationRetracted.class).status();
      assertThat(status.basis()).isEqualTo(set("right"));
      assertThat(status.nextObservationDue()).isEqualTo(at("10:00"));
      BreachBegan began = outcome.event(BreachBegan.class);
      assertThat(began.basis()).isEqualTo(set("right"));
      assertThat(began.level()).isEqualTo(Band.HIGH);
    }

    @Test
    void soIsThePartThatShowedDangerBetweenTheTwo() {
      stay.measured("right", scoring0(), "09:30");
      stay.measured("danger", nothing().pulse("131").respirationRate("25").set(), "09:35");
      stay.measured("wrong", scoring0(), "09:40");
      parts(nothing().temperature("37").set());

      BreachBegan began = stay.retracted("wrong", "11:00").event(BreachBegan.class);

      assertThat(began.basis()).isEqualTo(set("danger"));
    }

    @Test
    void soIsTheValueOutsideALimitThatOnlyAWrongSetHadFollowed() {
      stay.planned(Plans.limits(Vital.TEMPERATURE, null, "37.5"), 0, "09:00");
      stay.measured("right", scoring0(), "09:30");
      stay.measured("fever", nothing().temperature("37.8").set(), "09:35");
      stay.measured("wrong", scoring0(), "09:40");
      parts(nothing().pulse("72").set());

      BreachBegan began = stay.retracted("wrong", "11:00").event(BreachBegan.class);

      assertThat(began.basis()).isEqualTo(set("fever"));
    }

    @Test
    void aLateSetBecomesCurrentWhenTheNewerOneIsGone() {
      stay.measured("a", scoring7(), "10:00");
      stay.arrives("b", scoring0(), "09:50", "10:01");

      Outcome outcome = stay.retracted("a", "10:10");

      assertThat(outcome.event(ObservationRetracted.class).status().basis()).isEqualTo(set("b"));
      assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.RETRACTED);
    }

    @Test
    void twiceIsAConflict() {
      stay.measured("a", scoring7(), "09:30");
      stay.retracted("a", "09:40").expectAccepted();

      stay.retracted("a", "09:41").expectRefusal(Refusal.Kind.CONFLICT, "already-retracted");
      stay.corrected("a", scoring0(), "09:30", "09:41")
          .expectRefusal(Refusal.Kind.CONFLICT, "already-retracted");
    }

    @Test
    void aSetNobodyKnowsOrOfAnotherPatientIsNotFound() {
      stay.retracted("a", "09:40").expectRefusal(Refusal.Kind.NOT_FOUND, "observation-not-found");
      stay.vigil().givenCommands(Stays.benIn(Stays.NORTH_2));
      stay.vigil()
          .givenCommands(
              AdasStay.record(Patients.BEN, "bens", scoring0(), at("09:30"), at("09:30")));

      stay.retracted("bens", "09:40")
          .expectRefusal(Refusal.Kind.NOT_FOUND, "observation-not-found");
    }

    @Test
    void afterDischargeItStillIsAndAlertsNobody() {
      stay.measured("a", scoring7(), "09:30");
      stay.measured("b", scoring0(), "10:00");
      stay.vigil().givenCommands(Stays.discharge(Patients.ADA));

      Outcome outcome = stay.retracted("b", "11:00");

      assertThat(outcome.events()).hasSize(1);
      CurrentStatus status = outcome.event(ObservationRetracted.class).status();
      assertThat(status.basis()).isEqualTo(set("a"));
      assertThat(status.nextObservationDue()).isNull();
    }
  }

  @Nested
  class ToTheRightPatient {
    @Test
    void theSetIsRecordedThereInTheSameAppend() {
      stay.vigil().givenCommands(Stays.benIn(Stays.NORTH_2));
      stay.measured("a", scoring7(), "09:30");

      Outcome outcome = moves(Patients.BEN, "bens").expectAccepted();

      assertThat(outcome.appends()).hasSize(1);
      assertThat(outcome.event(ObservationRetracted.class).movedTo()).isEqualTo(Patients.BEN);
      VitalSignsRecorded there = outcome.event(VitalSignsRecorded.class);
      assertThat(there.observationId()).isEqualTo(set("bens"));
      assertThat(there.patientId()).isEqualTo(Patients.BEN);
      assertThat(there.stayId()).isEqualTo(Stays.BENS_STAY);
      assertThat(there.values()).isEqualTo(scoring7());
      assertThat(there.measuredAt()).isEqualTo(at("09:30"));
      assertThat(outcome.event(BreachEnded.class).patientId()).isEqualTo(Patients.ADA);
      assertThat(outcome.event(BreachBegan.class).patientId()).isEqualTo(Patients.BEN);
    }

    @Test
    void whoIsInNoStayGetsItCharted() {
      stay.vigil().givenCommands(Patients.register(Patients.BEN, Patients.ben()));
      stay.measured("a", scoring7(), "09:30");

      VitalSignsRecorded there = moves(Patients.BEN, "bens").event(VitalSignsRecorded.class);

      assertThat(there.monitoringId()).isEqualTo(MonitoringId.outsideStays(Patients.BEN));
      assertThat(there.assessment().notScored()).isEqualTo(NotScored.OUTSIDE_STAY);
    }

    @Test
    void thePatientItIsTakenFromIsNotTheRightOne() {
      stay.measured("a", scoring7(), "09:30");

      moves(Patients.ADA, "again").expectInvalid("movedTo");
    }

    @Test
    void whereItCanNotBeRecordedNothingIsRetracted() {
      stay.measured("a", scoring7(), "09:30");

      moves(Patients.BEN, "bens").expectRefusal(Refusal.Kind.NOT_FOUND, "patient-not-found");
      stay.retracted("a", "10:11").expectAccepted();
    }

    private Outcome moves(PatientId right, String as) {
      return stay.vigil()
          .when(
              new RetractObservation(Patients.ADA, set("a"), "Ben's", right, set(as), at("10:10")));
    }
  }

  /** What a monitor sends in half an hour from ten o'clock. */
  private void parts(VitalSigns values) {
    IntStream.range(0, 30).forEach(i -> stay.measured("" + i, values, "10:%02d".formatted(i)));
  }

  private void manySets() {
    IntStream.range(0, 30).forEach(i -> stay.measured("" + i, scoring0(), "09:%02d".formatted(i)));
  }
}
