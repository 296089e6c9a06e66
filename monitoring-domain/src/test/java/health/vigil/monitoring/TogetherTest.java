package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.VitalSignsFixture.scoring0;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static health.vigil.fixture.VitalSignsFixture.well;
import static health.vigil.monitoring.AdasStay.at;
import static health.vigil.monitoring.AdasStay.set;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.ObservationCorrected;
import health.vigil.monitoring.MonitoringEvent.ObservationPartRecorded;
import health.vigil.monitoring.MonitoringEvent.ObservationRetracted;
import health.vigil.monitoring.MonitoringEvent.VitalSignsRecorded;
import health.vigil.monitoring.RecordTogether.AmendPart;
import health.vigil.monitoring.RecordTogether.RecordSet;
import health.vigil.monitoring.RecordTogether.Register;
import health.vigil.monitoring.RecordTogether.Step;
import health.vigil.monitoring.vitals.Shares;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.Demographics;
import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Several messages, several sets, somebody new: one append, all or nothing. */
class TogetherTest {
  private final AdasStay stay = AdasStay.begun();

  @Test
  void aSetThatCameAsSeveralMessagesLeavesOneSetAndAPartForEachFurtherMessage() {
    SetPart pulse =
        new SetPart(
            new PartId("a2"), Set.of(Vital.PULSE), at("09:29"), "clip-1", Origin.OF_COMMAND);

    Outcome outcome = together(new RecordSet(record(ADA, "a", scoring7()), List.of(pulse), own()));

    VitalSignsRecorded recorded = outcome.event(VitalSignsRecorded.class);
    ObservationPartRecorded part = outcome.event(ObservationPartRecorded.class);
    assertThat(outcome.appends()).hasSize(1);
    assertThat(part.observationId()).isEqualTo(recorded.observationId());
    assertThat(part.part()).isEqualTo(pulse.id());
    assertThat(part.vitals()).containsExactly(Vital.PULSE);
    assertThat(part.device()).isEqualTo("clip-1");
    assertThat(outcome.event(BreachBegan.class).basis()).isEqualTo(set("a"));
    outcome.expectResult(Map.of(set("a"), AssessedSet.of(recorded)));
  }

  @Test
  void whoeverIsRegisteredInTheCommandCanHaveSetsInIt() {
    Outcome outcome =
        together(setOf(BEN, "b"), new Register(Patients.register(BEN, Patients.ben()), own()));

    assertThat(outcome.appends()).hasSize(1);
    assertThat(outcome.events())
        .hasExactlyElementsOfTypes(
            PatientRegistered.class,
            MrnClaimed.class,
            MonitoringStarted.class,
            VitalSignsRecorded.class);
  }

  @Test
  void oneRefusedStepRefusesAll() {
    together(
            setOf(ADA, "a"),
            new Register(Patients.register(BEN, Patients.ben()), own()),
            future("c"))
        .expectInvalid("measuredAt");
    together(setOf(ADA, "a"), setOf(Patients.UNKNOWN, "b"))
        .expectRefusal(Kind.NOT_FOUND, "patient-not-found");
  }

  @Test
  void aTakenNumberRefusesAll() {
    Demographics withAdasNumber = Patients.ada();

    together(setOf(ADA, "a"), new Register(Patients.register(BEN, withAdasNumber), own()))
        .expectRefusal(Kind.CONFLICT, "mrn-taken");
  }

  @Test
  void setsOfOnePatientAreJudgedInTheOrderGiven() {
    Outcome outcome =
        together(
            new RecordSet(record(ADA, "a", scoring7()), List.of(), own()),
            new RecordSet(record(ADA, "b", scoring0()), List.of(), own()));

    assertThat(outcome.event(BreachBegan.class).basis()).isEqualTo(set("a"));
    assertThat(outcome.event(BreachEnded.class).basis()).isEqualTo(set("b"));
  }

  @Test
  void anAmendedMessageTakesThePlaceOfWhatItTold() {
    stay.measured("a", scoring7(), "09:30");

    Outcome outcome = together(amend("a", Set.of(Vital.PULSE), pulse("72")));

    VitalSigns corrected = outcome.event(ObservationCorrected.class).values();
    assertThat(corrected).isEqualTo(Shares.join(scoring7(), pulse("72")));
    assertThat(outcome.event(ObservationPartRecorded.class).vitals()).containsExactly(Vital.PULSE);
  }

  @Test
  void amendmentsOfOneSetInOneCommandBuildOnEachOther() {
    Outcome outcome =
        together(
            setOf(ADA, "a"),
            amend("a", Set.of(Vital.PULSE), pulse("95")),
            amend("a", Set.of(Vital.TEMPERATURE), Shares.nothing()));

    List<ObservationCorrected> corrections =
        outcome.events().stream()
            .filter(ObservationCorrected.class::isInstance)
            .map(ObservationCorrected.class::cast)
            .toList();
    assertThat(corrections).hasSize(2);
    assertThat(corrections.get(1).values().temperature()).isNull();
    assertThat(corrections.get(1).values().pulse()).isEqualTo(pulse("95").pulse());
  }

  @Test
  void aSetOfWhichNothingIsLeftIsRetracted() {
    stay.measured("a", pulse("131"), "09:30");

    Outcome outcome = together(amend("a", Set.of(Vital.PULSE), Shares.nothing()));

    assertThat(outcome.event(ObservationRetracted.class).observationId()).isEqualTo(set("a"));
    assertThat(outcome.event(BreachEnded.class).reason()).isEqualTo(BreachEnd.RETRACTED);
    together(amend("a", Set.of(Vital.PULSE), pulse("72")))
        .expectRefusal(Kind.CONFLICT, "already-retracted");
  }

  @Test
  void anAmendmentThatChangesNoValueLeavesOnlyThatItCame() {
    stay.measured("a", scoring0(), "09:30");

    Outcome outcome = together(amend("a", Set.of(Vital.PULSE), pulse("72")));

    assertThat(outcome.events()).hasExactlyElementsOfTypes(ObservationPartRecorded.class);
    outcome.expectResult(Map.of());
  }

  private Outcome together(Step... steps) {
    return stay.vigil().when(new RecordTogether(Arrays.asList(steps)));
  }

  private static RecordSet setOf(PatientId patient, String name) {
    return new RecordSet(record(patient, name, scoring0()), List.of(), own());
  }

  private static RecordSet future(String name) {
    return new RecordSet(
        AdasStay.record(ADA, name, scoring0(), at("11:00"), at("10:00")), List.of(), own());
  }

  private static MonitoringCommand.RecordVitalSigns record(
      PatientId patient, String name, VitalSigns values) {
    return AdasStay.record(patient, name, values, at("09:30"), at("09:30"));
  }

  private static AmendPart amend(String name, Set<Vital> outdated, VitalSigns values) {
    return new AmendPart(
        ADA, set(name), new PartId(name), outdated, values, null, at("10:00"), own());
  }

  private static VitalSigns pulse(String value) {
    return Shares.join(
        Shares.nothing(),
        Shares.without(well().pulse(value).set(), EnumSet.complementOf(EnumSet.of(Vital.PULSE))));
  }

  private static Origin own() {
    return Origin.OF_COMMAND;
  }
}
