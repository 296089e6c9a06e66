package health.vigil.device;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.UNKNOWN;
import static health.vigil.fixture.Patients.ada;
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
import static health.vigil.fixture.Stays.transfer;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.device.DeviceCommand.NoteRefusedDevice;
import health.vigil.device.DeviceCommand.PairDevice;
import health.vigil.device.DeviceCommand.ReleaseDevice;
import health.vigil.device.DeviceEvent.DevicePaired;
import health.vigil.device.DeviceEvent.DeviceRefused;
import health.vigil.device.DeviceEvent.DeviceReleased;
import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Snapshot;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevicePairingTest {
  private static final DeviceId MONITOR = new DeviceId("monitor-7");
  private static final StayId LATER_STAY = new StayId("aaaaaaaa-0000-4000-8000-000000000099");

  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void aDeviceIsPairedWithAPatientForTheStay() {
    vigil.givenCommands(adaIn(NORTH_1));

    vigil.when(pair(ADA)).expectEvents(new DevicePaired(MONITOR, ADA, ADAS_STAY, NINE));
  }

  @Test
  void itIsPairedWithOnePatientAtATime() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2)).givenCommands(pair(ADA));

    vigil.when(pair(BEN)).expectRefusal(CONFLICT, "device-paired");
    vigil.when(pair(ADA)).expectNothing();
  }

  @Test
  void aMoveToAnotherBedLeavesItPaired() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2)).givenCommands(pair(ADA));

    vigil.givenCommands(transfer(ADA, SOUTH_1));

    vigil.when(pair(BEN)).expectRefusal(CONFLICT, "device-paired");
  }

  @Test
  void whatWasReleasedMayBePairedWithAnother() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2)).givenCommands(pair(ADA));

    vigil.when(release()).expectEvents(new DeviceReleased(MONITOR, ADA, ADAS_STAY, NINE));
    vigil.when(pair(BEN)).expectEvents(new DevicePaired(MONITOR, BEN, BENS_STAY, NINE));
  }

  @Test
  void aPairingIsOverWithTheStay() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2)).givenCommands(pair(ADA));

    vigil.givenCommands(discharge(ADA));

    vigil.when(pair(BEN)).expectEvents(new DevicePaired(MONITOR, BEN, BENS_STAY, NINE));
  }

  @Test
  void whoComesBackIsPairedAnew() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(pair(ADA), discharge(ADA));

    vigil.givenCommands(admit(ADA, LATER_STAY, NORTH_1));

    vigil.when(pair(ADA)).expectEvents(new DevicePaired(MONITOR, ADA, LATER_STAY, NINE));
  }

  @Test
  void onlyWhoIsAdmittedIsPaired() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(pair(ADA)).expectRefusal(CONFLICT, "not-admitted");
    vigil.when(pair(UNKNOWN)).expectRefusal(NOT_FOUND, "patient-not-found");
  }

  @Test
  void whatIsPairedWithNobodyIsNotReleased() {
    vigil.when(release()).expectRefusal(CONFLICT, "device-not-paired");
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(pair(ADA), release());
    vigil.when(release()).expectRefusal(CONFLICT, "device-not-paired");
  }

  @Test
  void theWardIsToldOfADeviceThatSendsForAPatientItIsNotPairedWith() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2)).givenCommands(pair(ADA));

    vigil.when(refuse(ADA, NINE)).expectNothing();
    vigil
        .when(refuse(BEN, NINE))
        .expectEvents(new DeviceRefused(MONITOR, BEN, BENS_STAY, NORTH_2, NINE));
    vigil.givenCommands(release());
    vigil
        .when(refuse(ADA, NINE))
        .expectEvents(new DeviceRefused(MONITOR, ADA, ADAS_STAY, NORTH_1, NINE));
  }

  @Test
  void itIsToldOnceInTenMinutes() {
    Instant later = NINE.plus(DeviceRefused.NOT_AGAIN_FOR);
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(refuse(ADA, NINE));

    vigil.when(refuse(ADA, later.minusMillis(1))).expectNothing();
    vigil
        .when(refuse(ADA, later))
        .expectEvents(new DeviceRefused(MONITOR, ADA, ADAS_STAY, NORTH_1, later));
  }

  @Test
  void noWardIsToldOfWhoLiesNowhere() {
    vigil.givenCommands(register(ADA, ada()));

    vigil.when(refuse(ADA, NINE)).expectNothing();
    vigil.when(refuse(UNKNOWN, NINE)).expectRefusal(NOT_FOUND, "patient-not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a\nb", "ä", "a;x=y", "a%2Fb"})
  void aNameIsOneThatAUrlCanHold(String name) {
    assertThatThrownBy(() -> new DeviceId(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    DevicePairing pairing = new DevicePairing();
    pairing.on(new DevicePaired(MONITOR, ADA, ADAS_STAY, NINE));
    pairing.on(new DeviceRefused(MONITOR, BEN, BENS_STAY, NORTH_2, NINE));

    assertThat(Snapshot.andBack(pairing, DevicePairing.class))
        .usingRecursiveComparison()
        .isEqualTo(pairing);
  }

  private static PairDevice pair(PatientId patient) {
    return new PairDevice(MONITOR, patient, NINE);
  }

  private static NoteRefusedDevice refuse(PatientId patient, Instant at) {
    return new NoteRefusedDevice(MONITOR, patient, at);
  }

  private static ReleaseDevice release() {
    return new ReleaseDevice(MONITOR, NINE);
  }
}
