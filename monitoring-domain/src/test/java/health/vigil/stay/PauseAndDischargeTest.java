package health.vigil.stay;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.UNKNOWN;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.register;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.Stays.adaIn;
import static health.vigil.fixture.Stays.discharge;
import static health.vigil.fixture.Stays.pause;
import static health.vigil.fixture.Stays.transfer;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;

import health.vigil.fixture.DomainFixture;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.monitoring.MonitoringId;
import health.vigil.patient.PatientEvent.StayClosed;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.StayPaused;
import health.vigil.ward.BedEvent.BedVacated;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PauseAndDischargeTest {
  private static final Instant TEN = NINE.plus(Duration.ofHours(1));
  private static final Instant NEXT_WEEK = NINE.plus(Duration.ofDays(7));

  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void aPauseHasAReasonAndAnEnd() {
    vigil.givenCommands(adaIn(NORTH_1));

    vigil
        .when(pause(ADA, TEN))
        .expectEvents(new StayPaused(ADAS_STAY, ADA, NORTH_1, PauseReason.OFF_WARD, TEN, NINE));
  }

  @Test
  void aPauseIsKnownInTheBedThatThePatientLiesInNow() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(transfer(ADA, NORTH_2));

    vigil
        .when(pause(ADA, TEN))
        .expectEvents(new StayPaused(ADAS_STAY, ADA, NORTH_2, PauseReason.OFF_WARD, TEN, NINE));
  }

  @Test
  void aPauseEndsInTheFutureAndWithinAWeek() {
    vigil.givenCommands(adaIn(NORTH_1));

    vigil.when(pause(ADA, NINE)).expectInvalid("until");
    vigil.when(pause(ADA, NEXT_WEEK.plusMillis(1))).expectInvalid("until");
    vigil.when(pause(ADA, NINE.plusMillis(1))).expectAccepted();
    vigil.when(pause(ADA, NEXT_WEEK)).expectAccepted();
  }

  @Test
  void onlyAStayIsPaused() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(pause(ADA, TEN)).expectRefusal(CONFLICT, "not-admitted");
    vigil.when(pause(UNKNOWN, TEN)).expectRefusal(NOT_FOUND, "patient-not-found");
  }

  @Test
  void aDischargeClosesTheStayFreesTheBedAndStopsMonitoringInOneAppend() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(pause(ADA, TEN));

    vigil
        .when(discharge(ADA))
        .expectEvents(
            new StayClosed(ADA, ADAS_STAY, NINE),
            new PatientDischarged(ADAS_STAY, ADA, NORTH_1, NINE),
            new BedVacated(NORTH_1, ADAS_STAY, ADA, NINE),
            new MonitoringStopped(MonitoringId.of(ADAS_STAY), ADA, ADAS_STAY, NORTH_1, NINE));
  }

  @Test
  void whoeverIsGoneIsNotDischargedAgain() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(discharge(ADA));

    vigil.when(discharge(ADA)).expectRefusal(CONFLICT, "not-admitted");
    vigil.when(discharge(UNKNOWN)).expectRefusal(NOT_FOUND, "patient-not-found");
  }
}
