package health.vigil.patient;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.UNKNOWN;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.ben;
import static health.vigil.fixture.Patients.claimOf;
import static health.vigil.fixture.Patients.identify;
import static health.vigil.fixture.Patients.register;
import static health.vigil.fixture.Patients.registerUnidentified;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;

class RegistrationTest {
  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void aPatientIsRegisteredTogetherWithTheClaimOnTheNumber() {
    vigil
        .when(register(ADA, ada()))
        .expectEvents(
            new PatientRegistered(ADA, claimOf(ada()), ada(), NINE),
            new MrnClaimed(claimOf(ada()), ADA, NINE))
        .expectResult(ADA);
  }

  @Test
  void aNumberThatAnotherPatientHoldsIsRefusedAndLeavesNoPatient() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(register(BEN, ada())).expectRefusal(CONFLICT, "mrn-taken");

    vigil.when(registerUnidentified(BEN, "Unknown B")).expectAccepted();
  }

  @Test
  void theRefusalOfANumberNamesNobody() {
    vigil.givenCommands(register(ADA, ada()));

    var refusal = vigil.when(register(BEN, ada())).refusal();

    assertThat(refusal.getMessage()).doesNotContain("MRN-1", "Adams", ADA.value());
    assertThat(refusal.details()).isEmpty();
  }

  @Test
  void twoClientsWhoFindANumberFreeAtOnceDoNotBothGetIt() {
    RegisterPatient forAda = register(ADA, ada());
    DomainFixture otherNode = vigil.anotherNode();
    vigil.beforeNextAppend(() -> otherNode.givenCommands(register(BEN, ada())));

    var lost = vigil.when(forAda);

    assertThat(lost.failure()).isInstanceOf(AggregateStreamCreationException.class);
    assertThat(vigil.events())
        .containsExactly(
            new PatientRegistered(BEN, claimOf(ada()), ada(), NINE),
            new MrnClaimed(claimOf(ada()), BEN, NINE));
    vigil.when(forAda).expectRefusal(CONFLICT, "mrn-taken");
  }

  @Test
  void aPatientIsNotRegisteredTwice() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(register(ADA, ben())).expectRefusal(CONFLICT, "already-registered");
    vigil.when(registerUnidentified(ADA, "A")).expectRefusal(CONFLICT, "already-registered");
  }

  @Test
  void somebodyUnknownIsRegisteredUnderALabel() {
    vigil
        .when(registerUnidentified(ADA, "Unknown A 7"))
        .expectEvents(new UnidentifiedPatientRegistered(ADA, "Unknown A 7", NINE))
        .expectResult(ADA);
  }

  @Test
  void anUnidentifiedPatientBecomesKnownTogetherWithTheClaimOnTheNumber() {
    vigil.given(new UnidentifiedPatientRegistered(ADA, "Unknown A 7", NINE));

    vigil
        .when(identify(ADA, ada()))
        .expectEvents(
            new PatientIdentified(ADA, claimOf(ada()), ada(), NINE),
            new MrnClaimed(claimOf(ada()), ADA, NINE));
  }

  @Test
  void identificationUnderANumberThatIsTakenLeavesThePatientUnidentified() {
    vigil.givenCommands(register(BEN, ben()), registerUnidentified(ADA, "Unknown A 7"));

    vigil.when(identify(ADA, ben())).expectRefusal(CONFLICT, "mrn-taken");

    vigil.when(identify(ADA, ada())).expectAccepted();
  }

  @Test
  void whoIsIdentifiedIsNotIdentifiedAgain() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(identify(ADA, ben())).expectRefusal(CONFLICT, "already-identified");
    vigil.when(register(BEN, ben())).expectAccepted();
  }

  @Test
  void nobodyIdentifiesAPatientWhoDoesNotExist() {
    vigil.when(identify(UNKNOWN, ada())).expectRefusal(NOT_FOUND, "patient-not-found");
  }
}
