package health.vigil.patient;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.UNKNOWN;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.ben;
import static health.vigil.fixture.Patients.claimAfter;
import static health.vigil.fixture.Patients.claimOf;
import static health.vigil.fixture.Patients.identify;
import static health.vigil.fixture.Patients.register;
import static health.vigil.fixture.Patients.registerUnidentified;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.patient.ErasureReason.COURT_ORDER;
import static health.vigil.patient.ErasureReason.PATIENT_REQUEST;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.INVALID;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;

import health.vigil.fixture.DomainFixture;
import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.patient.MrnClaimEvent.MrnReleased;
import health.vigil.patient.PatientCommand.ConfirmErasure;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientCommand.RestoreErasure;
import health.vigil.patient.PatientCommand.WithdrawErasure;
import health.vigil.patient.PatientEvent.ErasureRequested;
import health.vigil.patient.PatientEvent.ErasureWithdrawn;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.StayClosed;
import health.vigil.patient.PatientEvent.StayOpened;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final String FIRST = "supervisor-1";
  private static final String SECOND = "supervisor-2";
  private static final Instant TEN = NINE.plus(Duration.ofHours(1));
  private static final Instant EXPIRY = NINE.plus(Duration.ofDays(7));
  private static final RequestErasure REQUEST =
      new RequestErasure(ADA, PATIENT_REQUEST, "Letter 7", FIRST, NINE);
  private static final ConfirmErasure CONFIRMATION = new ConfirmErasure(ADA, SECOND, TEN);
  private static final PatientErased ERASED =
      new PatientErased(ADA, PATIENT_REQUEST, FIRST, SECOND, TEN);
  private static final MrnReleased RELEASED = new MrnReleased(claimOf(ada()), ADA, TEN);

  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void oneSupervisorAsks() {
    vigil.givenCommands(register(ADA, ada()));

    vigil
        .when(REQUEST)
        .expectEvents(new ErasureRequested(ADA, PATIENT_REQUEST, "Letter 7", FIRST, EXPIRY, NINE));
  }

  @Test
  void anotherConfirmsAndTheNumberIsReleasedInTheSameAppend() {
    vigil.givenCommands(register(ADA, ada()), REQUEST);

    vigil.when(CONFIRMATION).expectEvents(ERASED, RELEASED);
  }

  @Test
  void nobodyConfirmsTheirOwnRequest() {
    vigil.givenCommands(register(ADA, ada()), REQUEST);

    vigil.when(new ConfirmErasure(ADA, FIRST, TEN)).expectRefusal(CONFLICT, "second-person-needed");
    vigil.when(CONFIRMATION).expectAccepted();
  }

  @Test
  void withNoRequestThereIsNothingToConfirmOrToWithdraw() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(CONFIRMATION).expectRefusal(CONFLICT, "erasure-not-requested");
    vigil
        .when(new WithdrawErasure(ADA, FIRST, TEN))
        .expectRefusal(CONFLICT, "erasure-not-requested");
  }

  @Test
  void aRequestThatIsWithdrawnCanNotBeConfirmed() {
    vigil.givenCommands(register(ADA, ada()), REQUEST);

    vigil
        .when(new WithdrawErasure(ADA, SECOND, TEN))
        .expectEvents(new ErasureWithdrawn(ADA, SECOND, TEN));
    vigil.when(CONFIRMATION).expectRefusal(CONFLICT, "erasure-not-requested");
  }

  @Test
  void aRequestIsOpenForSevenDaysAndThenMayBeMadeAgain() {
    vigil.givenCommands(register(ADA, ada()), REQUEST);
    Instant last = EXPIRY.minusNanos(1);

    vigil
        .when(new RequestErasure(ADA, COURT_ORDER, null, SECOND, last))
        .expectRefusal(CONFLICT, "erasure-requested-already");
    vigil
        .when(new ConfirmErasure(ADA, SECOND, EXPIRY))
        .expectRefusal(CONFLICT, "erasure-not-requested");
    vigil.when(new RequestErasure(ADA, COURT_ORDER, null, SECOND, EXPIRY)).expectAccepted();
    vigil
        .when(new ConfirmErasure(ADA, FIRST, EXPIRY))
        .expectEvents(
            new PatientErased(ADA, COURT_ORDER, SECOND, FIRST, EXPIRY),
            new MrnReleased(claimOf(ada()), ADA, EXPIRY));
  }

  @Test
  void whoIsAdmittedIsNotErased() {
    vigil.given(
        new PatientRegistered(ADA, claimOf(ada()), ada(), NINE),
        new StayOpened(ADA, ADAS_STAY, NINE));
    vigil.when(REQUEST).expectRefusal(CONFLICT, "still-admitted");

    vigil.given(new StayClosed(ADA, ADAS_STAY, NINE));
    vigil.givenCommands(REQUEST);
    vigil.given(new StayOpened(ADA, ADAS_STAY, NINE));
    vigil.when(CONFIRMATION).expectRefusal(CONFLICT, "still-admitted");
  }

  @Test
  void ofWhoIsErasedNothingMoreIsWritten() {
    vigil.givenCommands(registerUnidentified(ADA, "Unknown A 7"), REQUEST);
    vigil.when(CONFIRMATION).expectEvents(ERASED);

    vigil.when(identify(ADA, ada())).expectRefusal(CONFLICT, "patient-erased");
    vigil.when(REQUEST).expectRefusal(CONFLICT, "patient-erased");
    vigil.when(CONFIRMATION).expectRefusal(CONFLICT, "patient-erased");
    vigil.when(new WithdrawErasure(ADA, FIRST, TEN)).expectRefusal(CONFLICT, "patient-erased");
    vigil.when(register(ADA, ada())).expectRefusal(CONFLICT, "already-registered");
  }

  @Test
  void thePersonMayComeAgainAsSomebodyNewByAnotherClaimOnTheNumber() {
    MrnClaimId next = claimAfter(claimOf(ada()));
    vigil.givenCommands(register(ADA, ada()), REQUEST, CONFIRMATION);

    vigil
        .when(new RegisterPatient(BEN, next, ada(), NINE))
        .expectEvents(
            new PatientRegistered(BEN, next, ada(), NINE), new MrnClaimed(next, BEN, NINE));
    vigil
        .when(new RegisterPatient(UNKNOWN, next, ada(), NINE))
        .expectRefusal(CONFLICT, "mrn-taken");
    vigil.when(register(UNKNOWN, ada())).expectRefusal(CONFLICT, "mrn-taken");
  }

  @Test
  void anErasureThatARestoredLogLacksIsToldAgainOnce() {
    vigil.given(
        new PatientRegistered(ADA, claimOf(ada()), ada(), NINE),
        new MrnClaimed(claimOf(ada()), ADA, NINE),
        new StayOpened(ADA, ADAS_STAY, NINE));
    RestoreErasure again = new RestoreErasure(ADA, PATIENT_REQUEST, FIRST, SECOND, TEN);

    vigil.when(again).expectEvents(ERASED, RELEASED);
    vigil.when(again).expectNothing();
  }

  @Test
  void aReferenceIsOneLineOfTextAndThePatientIsKnown() {
    vigil.givenCommands(register(BEN, ben()));

    vigil
        .when(new RequestErasure(BEN, COURT_ORDER, "a\nb", FIRST, NINE))
        .expectRefusal(INVALID, "invalid-value");
    vigil
        .when(new RequestErasure(UNKNOWN, COURT_ORDER, null, FIRST, NINE))
        .expectRefusal(NOT_FOUND, "patient-not-found");
  }
}
