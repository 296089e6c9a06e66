package health.vigil.stay;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.UNKNOWN;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.ben;
import static health.vigil.fixture.Patients.register;
import static health.vigil.fixture.Patients.registerUnidentified;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.BENS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.Stays.adaIn;
import static health.vigil.fixture.Stays.admit;
import static health.vigil.fixture.Stays.discharge;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringId;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.stay.StayCommand.AdmitPatient;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.ward.BedEvent.BedOccupied;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void patientStayBedAndMonitoringBeginInOneAppend() {
    vigil.givenCommands(register(ADA, ada()));

    vigil
        .when(admit(ADA, ADAS_STAY, NORTH_1))
        .expectEvents(
            new StayOpened(ADA, ADAS_STAY, NINE),
            new PatientAdmitted(ADAS_STAY, ADA, NORTH_1, NINE, NINE),
            new BedOccupied(NORTH_1, ADAS_STAY, ADA, NINE),
            new MonitoringStarted(
                MonitoringId.of(ADAS_STAY),
                ADA,
                ADAS_STAY,
                NORTH_1,
                NINE,
                NINE.plus(MonitoringRules.STANDARD.firstObservationWithin()),
                NINE))
        .expectResult(ADAS_STAY);
  }

  @Test
  void whoeverIsNotIdentifiedYetIsAdmittedToo() {
    vigil.givenCommands(registerUnidentified(ADA, "Unknown A"));

    vigil.when(admit(ADA, ADAS_STAY, NORTH_1)).expectAccepted();
  }

  @Test
  void monitoringBeginsWhenTheStayBegan() {
    Instant yesterday = NINE.minus(Duration.ofDays(1));
    vigil.givenCommands(register(ADA, ada()));

    var outcome = vigil.when(new AdmitPatient(ADA, ADAS_STAY, NORTH_1, yesterday, NINE));

    assertThat(outcome.event(MonitoringStarted.class).since()).isEqualTo(yesterday);
    assertThat(outcome.event(PatientAdmitted.class).admittedAt()).isEqualTo(yesterday);
  }

  @Test
  void aBedThatIsTakenIsRefusedAndNothingIsLeftInAnyStream() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(register(BEN, ben()));

    var outcome = vigil.when(admit(BEN, BENS_STAY, NORTH_1));

    outcome.expectRefusal(CONFLICT, "bed-taken");
    assertThat(outcome.refusal().details()).isEqualTo(Map.of("ward", "north", "bed", "1"));
    vigil.when(admit(BEN, BENS_STAY, NORTH_2)).expectAccepted();
  }

  @Test
  void whoeverIsAdmittedIsNotAdmittedAgain() {
    vigil.givenCommands(adaIn(NORTH_1));

    vigil.when(admit(ADA, BENS_STAY, NORTH_2)).expectRefusal(CONFLICT, "already-admitted");
  }

  @Test
  void aStayDoesNotBeginTwice() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(discharge(ADA));

    vigil.when(admit(ADA, ADAS_STAY, NORTH_1)).expectRefusal(CONFLICT, "already-admitted");
  }

  @Test
  void afterDischargeAPatientIsAdmittedAgainAndTheBedIsFree() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(discharge(ADA));

    vigil.when(admit(ADA, BENS_STAY, NORTH_1)).expectAccepted();
  }

  @Test
  void nobodyIsAdmittedWhoIsNotRegistered() {
    vigil.when(admit(UNKNOWN, ADAS_STAY, NORTH_1)).expectRefusal(NOT_FOUND, "patient-not-found");
  }

  @Test
  void aClockThatRunsAheadByFiveMinutesIsForgiven() {
    vigil.givenCommands(register(ADA, ada()));
    Instant soon = NINE.plus(Duration.ofMinutes(5));

    vigil
        .when(new AdmitPatient(ADA, ADAS_STAY, NORTH_1, soon.plusMillis(1), NINE))
        .expectInvalid("admittedAt");
    vigil.when(new AdmitPatient(ADA, ADAS_STAY, NORTH_1, soon, NINE)).expectAccepted();
  }
}
