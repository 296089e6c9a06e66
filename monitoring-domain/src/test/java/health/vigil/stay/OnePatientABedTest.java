package health.vigil.stay;

import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.registerUnidentified;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.Stays.SOUTH_1;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import health.vigil.patient.PatientEvent.StayClosed;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.patient.PatientId;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import health.vigil.ward.BedId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked in whatever order: patients, stays, beds and monitorings agree. */
class OnePatientABedTest {
  private static final List<BedId> BEDS = List.of(NORTH_1, NORTH_2, SOUTH_1);
  private static final List<PatientId> PATIENTS =
      List.of(new PatientId("a"), new PatientId("b"), new PatientId("c"), new PatientId("d"));

  /** Something that a ward asks for; the stay of an admission is named by its turn. */
  private enum Wish {
    ADMIT,
    TRANSFER,
    SWAP,
    PAUSE,
    DISCHARGE
  }

  private record Turn(Wish wish, PatientId patient, PatientId other, BedId bed) {
    Object command(int number) {
      return switch (wish) {
        case ADMIT -> Stays.admit(patient, new StayId("stay-" + number), bed);
        case TRANSFER -> Stays.transfer(patient, bed);
        case SWAP -> Stays.swap(patient, other);
        case PAUSE -> Stays.pause(patient, NINE.plusSeconds(60));
        case DISCHARGE -> Stays.discharge(patient);
      };
    }
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    Arbitrary<PatientId> patients = Arbitraries.of(PATIENTS);
    return Combinators.combine(Arbitraries.of(Wish.class), patients, patients, Arbitraries.of(BEDS))
        .as(Turn::new)
        .list()
        .ofMaxSize(60);
  }

  @Property(tries = 60)
  void everybodyLiesInOneBedAndEveryBedHoldsOne(@ForAll("turns") List<Turn> turns) {
    DomainFixture vigil = DomainFixture.vigil();
    PATIENTS.forEach(patient -> vigil.givenCommands(registerUnidentified(patient, "Unknown")));
    for (int number = 0; number < turns.size(); number++) {
      Outcome outcome = vigil.when(turns.get(number).command(number));
      if (outcome.failure() != null) {
        assertThat(outcome.refusal().code())
            .isIn("already-admitted", "not-admitted", "bed-taken", "invalid-value");
      }
    }
    assertAgreed(vigil.events());
  }

  private static void assertAgreed(List<Object> events) {
    Map<PatientId, StayId> stays = new HashMap<>();
    Map<StayId, BedId> placed = new HashMap<>();
    Map<StayId, BedId> lying = new HashMap<>();
    Map<StayId, BedId> monitored = new HashMap<>();
    for (Object event : events) {
      followPatient(event, stays);
      followStay(event, placed);
      followBed(event, lying);
      followMonitoring(event, monitored);
    }
    assertThat(placed.keySet()).containsExactlyInAnyOrderElementsOf(stays.values());
    assertThat(lying).isEqualTo(placed);
    assertThat(monitored).isEqualTo(placed);
    assertThat(placed.values()).doesNotHaveDuplicates();
  }

  private static void followPatient(Object event, Map<PatientId, StayId> stays) {
    if (event instanceof StayOpened opened) {
      assertThat(stays.put(opened.patientId(), opened.stayId())).isNull();
    } else if (event instanceof StayClosed closed) {
      assertThat(stays.remove(closed.patientId())).isEqualTo(closed.stayId());
    }
  }

  private static void followStay(Object event, Map<StayId, BedId> placed) {
    if (event instanceof StayEvent.PatientDischarged discharged) {
      assertThat(placed.remove(discharged.stayId())).isEqualTo(discharged.bed());
    } else if (event instanceof StayEvent.PatientTransferred transferred) {
      assertThat(placed.put(transferred.stayId(), transferred.bed())).isEqualTo(transferred.from());
    } else if (event instanceof StayEvent stay) {
      placed.put(stay.stayId(), stay.bed());
    }
  }

  private static void followBed(Object event, Map<StayId, BedId> lying) {
    if (event instanceof BedOccupied occupied) {
      assertThat(lying).doesNotContainValue(occupied.bed());
      lying.put(occupied.stayId(), occupied.bed());
    } else if (event instanceof BedVacated vacated) {
      assertThat(lying.remove(vacated.stayId())).isEqualTo(vacated.bed());
    }
  }

  private static void followMonitoring(Object event, Map<StayId, BedId> monitored) {
    if (event instanceof MonitoringStarted started) {
      monitored.put(
          Objects.requireNonNull(started.stayId()), Objects.requireNonNull(started.bed()));
    } else if (event instanceof MonitoringMoved moved) {
      assertThat(monitored.put(moved.stayId(), moved.bed())).isEqualTo(moved.from());
    } else if (event instanceof MonitoringStopped stopped) {
      assertThat(monitored.remove(stopped.stayId())).isEqualTo(stopped.bed());
    }
  }
}
