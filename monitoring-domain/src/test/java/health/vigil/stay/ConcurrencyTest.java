package health.vigil.stay;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.registerUnidentified;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.Stays.SOUTH_1;
import static health.vigil.fixture.Stays.adaIn;
import static health.vigil.fixture.Stays.admit;
import static health.vigil.fixture.Stays.benIn;
import static health.vigil.fixture.Stays.swap;
import static health.vigil.fixture.Stays.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.AtOnce;
import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientTransferred;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest {
  private static final int CLIENTS = 50;

  private final DomainFixture vigil = DomainFixture.vigil();

  @Test
  void ofFiftyAdmissionsIntoOneBedAtOnceOneWins() {
    registerPatients();

    expectOneWinner(AtOnce.run(CLIENTS, client -> vigil.when(admission(client))));
  }

  @Test
  void ofFiftyAdmissionsIntoOneBedAtOnceOnTwoNodesOneWins() {
    registerPatients();
    List<DomainFixture> nodes = List.of(vigil, vigil.anotherNode());

    expectOneWinner(
        AtOnce.run(
            CLIENTS, client -> AtOnce.untilDecided(nodes.get(client % 2), admission(client))));
  }

  @Test
  void swapsFromBothSidesAtOnceNeverWaitForEachOther() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2));

    List<Outcome> outcomes =
        AtOnce.run(
            CLIENTS, client -> vigil.when(client % 2 == 0 ? swap(ADA, BEN) : swap(BEN, ADA)));

    assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
    assertThat(vigil.events())
        .filteredOn(PatientTransferred.class::isInstance)
        .hasSize(2 * CLIENTS);
  }

  @Test
  void transfersThatCrossNeverWaitForEachOther() {
    vigil.givenCommands(adaIn(NORTH_1)).givenCommands(benIn(NORTH_2));
    List<BedId> beds = List.of(NORTH_1, NORTH_2, SOUTH_1);

    List<Outcome> outcomes =
        AtOnce.run(
            CLIENTS,
            client -> vigil.when(transfer(client % 2 == 0 ? ADA : BEN, beds.get(client % 3))));

    assertThat(outcomes)
        .filteredOn(outcome -> outcome.failure() != null)
        .allSatisfy(outcome -> assertThat(outcome.refusal().code()).isEqualTo("bed-taken"));
  }

  private void registerPatients() {
    IntStream.range(0, CLIENTS)
        .forEach(client -> vigil.givenCommands(registerUnidentified(patient(client), "Unknown")));
  }

  private static Object admission(int client) {
    return admit(patient(client), new StayId("stay-" + client), NORTH_1);
  }

  private static PatientId patient(int client) {
    return new PatientId("patient-" + client);
  }

  private void expectOneWinner(List<Outcome> outcomes) {
    assertThat(outcomes).filteredOn(outcome -> outcome.failure() == null).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.failure() != null)
        .extracting(outcome -> outcome.refusal().code())
        .hasSize(CLIENTS - 1)
        .containsOnly("bed-taken");
    for (Class<?> once : List.of(StayOpened.class, PatientAdmitted.class, BedOccupied.class)) {
      assertThat(vigil.events()).filteredOn(once::isInstance).hasSize(1);
    }
  }
}
