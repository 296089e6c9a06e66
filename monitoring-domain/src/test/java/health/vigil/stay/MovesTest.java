package health.vigil.stay;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.UNKNOWN;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.ben;
import static health.vigil.fixture.Patients.register;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.BENS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.Stays.SOUTH_1;
import static health.vigil.fixture.Stays.adaIn;
import static health.vigil.fixture.Stays.admit;
import static health.vigil.fixture.Stays.benIn;
import static health.vigil.fixture.Stays.discharge;
import static health.vigil.fixture.Stays.swap;
import static health.vigil.fixture.Stays.transfer;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringId;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent.PatientTransferred;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import health.vigil.ward.BedId;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class MovesTest {
  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void aTransferMovesStayBedsAndMonitoringInOneAppend() {
    vigil.givenCommands(adaIn(NORTH_1));

    vigil
        .when(transfer(ADA, SOUTH_1))
        .expectEvents(
            new PatientTransferred(ADAS_STAY, ADA, NORTH_1, SOUTH_1, NINE),
            new BedVacated(NORTH_1, ADAS_STAY, ADA, NINE),
            new BedOccupied(SOUTH_1, ADAS_STAY, ADA, NINE),
            moved(ADAS_STAY, ADA, NORTH_1, SOUTH_1));
  }

  @Test
  void theBedThatWasLeftIsFree() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(transfer(ADA, SOUTH_1), register(BEN, ben()));

    vigil.when(admit(BEN, BENS_STAY, NORTH_1)).expectAccepted();
  }

  @Test
  void aTransferToTheSameBedIsNothing() {
    vigil.givenCommands(adaIn(NORTH_1));

    vigil.when(transfer(ADA, NORTH_1)).expectNothing();
  }

  @Test
  void aTransferToABedThatIsTakenMovesNobody() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2));

    vigil.when(transfer(ADA, NORTH_2)).expectRefusal(CONFLICT, "bed-taken");

    vigil.when(transfer(ADA, NORTH_1)).expectNothing();
  }

  @Test
  void whoeverIsNotAdmittedIsNotTransferred() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(transfer(ADA, NORTH_1)).expectRefusal(CONFLICT, "not-admitted");
    vigil.when(transfer(UNKNOWN, NORTH_1)).expectRefusal(NOT_FOUND, "patient-not-found");
  }

  @Test
  void aTransferThatAnotherNodeOvertookByADischargeIsNotAppended() {
    vigil.givenCommands(adaIn(NORTH_1));
    DomainFixture otherNode = vigil.anotherNode();
    vigil.beforeNextAppend(() -> otherNode.givenCommands(discharge(ADA)));

    var lost = vigil.when(transfer(ADA, NORTH_2));

    assertThat(lost.failure()).isInstanceOf(ConcurrencyException.class);
    assertThat(vigil.events()).noneMatch(PatientTransferred.class::isInstance);
    vigil.when(transfer(ADA, NORTH_2)).expectRefusal(CONFLICT, "not-admitted");
  }

  @Test
  void aSwapAcrossWardsMovesBothInOneAppend() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(SOUTH_1));

    vigil
        .when(swap(ADA, BEN))
        .expectEvents(
            new PatientTransferred(ADAS_STAY, ADA, NORTH_1, SOUTH_1, NINE),
            new PatientTransferred(BENS_STAY, BEN, SOUTH_1, NORTH_1, NINE),
            new BedVacated(NORTH_1, ADAS_STAY, ADA, NINE),
            new BedVacated(SOUTH_1, BENS_STAY, BEN, NINE),
            new BedOccupied(NORTH_1, BENS_STAY, BEN, NINE),
            new BedOccupied(SOUTH_1, ADAS_STAY, ADA, NINE),
            moved(ADAS_STAY, ADA, NORTH_1, SOUTH_1),
            moved(BENS_STAY, BEN, SOUTH_1, NORTH_1));
  }

  @Test
  void afterASwapBothBedsAreStillTakenAndBothMayGo() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2)).givenCommands(swap(BEN, ADA));

    vigil.when(transfer(ADA, NORTH_1)).expectRefusal(CONFLICT, "bed-taken");
    vigil.when(transfer(BEN, NORTH_2)).expectRefusal(CONFLICT, "bed-taken");
    vigil.when(discharge(ADA)).expectAccepted();
    vigil.when(discharge(BEN)).expectAccepted();
  }

  @Test
  void aSwapNeedsTwoPatientsWhoAreAdmitted() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(register(BEN, ben()));

    vigil.when(swap(ADA, BEN)).expectRefusal(CONFLICT, "not-admitted");
    vigil.when(swap(BEN, ADA)).expectRefusal(CONFLICT, "not-admitted");
    vigil.when(swap(ADA, UNKNOWN)).expectRefusal(NOT_FOUND, "patient-not-found");
    vigil.when(swap(ADA, ADA)).expectInvalid("otherPatientId");
  }

  private static MonitoringMoved moved(StayId stay, PatientId patient, BedId from, BedId to) {
    return new MonitoringMoved(MonitoringId.of(stay), patient, stay, from, to, NINE);
  }
}
