package health.vigil.patient;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.claimOf;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.BENS_STAY;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Snapshot;
import health.vigil.patient.PatientEvent.ErasureRequested;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientIdentified;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientEvent.StayClosed;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.patient.PatientEvent.UnidentifiedPatientRegistered;
import health.vigil.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class PatientTest {
  private static final PatientRegistered REGISTERED =
      new PatientRegistered(ADA, claimOf(ada()), ada(), NINE);

  private final FixtureConfiguration<Patient> patient = new AggregateTestFixture<>(Patient.class);

  @Test
  void aPatientIsInOneStayAtATime() {
    patient
        .given(REGISTERED, new StayOpened(ADA, ADAS_STAY, NINE))
        .whenInvoking(ADA.value(), ada -> ada.openStay(BENS_STAY, NINE))
        .expectNoEvents()
        .expectException(Refusal.class);
  }

  @Test
  void aStayThatClosesMakesRoomForTheNext() {
    patient
        .given(
            REGISTERED, new StayOpened(ADA, ADAS_STAY, NINE), new StayClosed(ADA, ADAS_STAY, NINE))
        .whenInvoking(ADA.value(), ada -> ada.openStay(BENS_STAY, NINE))
        .expectEvents(new StayOpened(ADA, BENS_STAY, NINE));
  }

  @Test
  void whatClosesIsThePresentStay() {
    patient
        .given(REGISTERED, new StayOpened(ADA, ADAS_STAY, NINE))
        .whenInvoking(ADA.value(), ada -> ada.closeStay(NINE))
        .expectEvents(new StayClosed(ADA, ADAS_STAY, NINE));
  }

  @Test
  void withoutAStayNothingCloses() {
    patient
        .given(REGISTERED)
        .whenInvoking(ADA.value(), ada -> ada.closeStay(NINE))
        .expectNoEvents()
        .expectException(Refusal.class);
  }

  @Test
  void theSummaryOfWhoIsRegisteredKnowsTheBirthDateAndTheStay() {
    patient
        .given(REGISTERED, new StayOpened(ADA, ADAS_STAY, NINE))
        .whenInvoking(
            ADA.value(),
            ada -> {
              assertThat(ada.summary()).isEqualTo(new PatientSummary(ADAS_STAY, ada().birthDate()));
              assertThat(ada.summary().requireStay()).isEqualTo(ADAS_STAY);
            })
        .expectSuccessfulHandlerExecution();
  }

  @Test
  void theBirthDateIsUnknownUntilIdentification() {
    patient
        .given(new UnidentifiedPatientRegistered(ADA, "Unknown A", NINE))
        .whenInvoking(
            ADA.value(),
            ada -> {
              assertThat(ada.summary()).isEqualTo(new PatientSummary(null, null));
              ada.identify(claimOf(ada()), ada(), NINE);
              assertThat(ada.summary().birthDate()).isEqualTo(ada().birthDate());
            })
        .expectEvents(new PatientIdentified(ADA, claimOf(ada()), ada(), NINE));
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    Patient ada = new Patient();
    ada.on(REGISTERED);
    ada.on(new StayOpened(ADA, ADAS_STAY, NINE));

    ada.on(
        new ErasureRequested(
            ADA, ErasureReason.COURT_ORDER, null, "supervisor-1", NINE.plusSeconds(1), NINE));

    assertThat(Snapshot.andBack(ada, Patient.class)).usingRecursiveComparison().isEqualTo(ada);
  }

  @Test
  void ofWhoIsErasedTheBirthDateAndTheNumberAreForgotten() {
    Patient ada = new Patient();
    ada.on(REGISTERED);
    ada.on(new PatientErased(ADA, ErasureReason.COURT_ORDER, "first", "second", NINE));

    assertThat(ada).extracting("birthDate", "claim").containsOnlyNulls();
    assertThat(Snapshot.andBack(ada, Patient.class)).usingRecursiveComparison().isEqualTo(ada);
  }

  @Test
  void whomARestoredLogStillShowsInABedCanBeDischargedThoughErased() {
    patient
        .given(
            REGISTERED,
            new StayOpened(ADA, ADAS_STAY, NINE),
            new PatientErased(ADA, ErasureReason.COURT_ORDER, "first", "second", NINE))
        .whenInvoking(ADA.value(), ada -> ada.closeStay(NINE))
        .expectEvents(new StayClosed(ADA, ADAS_STAY, NINE));
  }

  @Test
  void theBirthDateInASnapshotIsMarkedAsPersonalAndSaysWhose() throws NoSuchFieldException {
    Patient ada = new Patient();
    ada.on(REGISTERED);

    assertThat(Patient.class.getDeclaredField("birthDate"))
        .matches(field -> field.isAnnotationPresent(PersonalData.class));
    assertThat(ada.patientId()).isEqualTo(ADA);
  }
}
