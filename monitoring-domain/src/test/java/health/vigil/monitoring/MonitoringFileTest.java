package health.vigil.monitoring;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.VitalSignsFixture.scoring7;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import health.vigil.fixture.Patients;
import health.vigil.fixture.Stays;
import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.MonitoringMoved;
import health.vigil.monitoring.MonitoringEvent.MonitoringStarted;
import health.vigil.monitoring.MonitoringEvent.MonitoringStopped;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Monitoring follows the stay, in the append that admits, moves or discharges. */
class MonitoringFileTest {
  private final DomainFixture vigil =
      DomainFixture.vigil().givenCommands(Patients.register(ADA, Patients.ada()));

  @Test
  void itStartsWithTheAdmissionAndTheFirstSetIsDueWithinAnHour() {
    Outcome outcome = vigil.when(Stays.admit(ADA, ADAS_STAY, NORTH_1)).expectAccepted();

    assertThat(outcome.appends()).hasSize(1);
    assertThat(outcome.event(MonitoringStarted.class))
        .isEqualTo(
            new MonitoringStarted(
                MonitoringId.of(ADAS_STAY),
                ADA,
                ADAS_STAY,
                NORTH_1,
                NINE,
                NINE.plus(Duration.ofHours(1)),
                NINE));
  }

  @Test
  void itMovesWithThePatientAndWhatComesLaterNamesTheNewBed() {
    vigil.givenCommands(Stays.admit(ADA, ADAS_STAY, NORTH_1));

    MonitoringMoved moved = vigil.when(Stays.transfer(ADA, NORTH_2)).event(MonitoringMoved.class);
    Outcome next =
        vigil.when(
            AdasStay.record(ADA, "a", scoring7(), NINE.plusSeconds(60), NINE.plusSeconds(60)));

    assertThat(moved.from()).isEqualTo(NORTH_1);
    assertThat(moved.bed()).isEqualTo(NORTH_2);
    assertThat(next.event(BreachBegan.class).bed()).isEqualTo(NORTH_2);
  }

  @Test
  void itStopsWithTheDischargeAfterEndingWhatIsBreached() {
    vigil.givenCommands(Stays.admit(ADA, ADAS_STAY, NORTH_1));
    vigil.givenCommands(AdasStay.record(ADA, "a", scoring7(), NINE, NINE));

    Outcome outcome = vigil.when(Stays.discharge(ADA)).expectAccepted();

    assertThat(outcome.events())
        .filteredOn(MonitoringEvent.class::isInstance)
        .hasExactlyElementsOfTypes(BreachEnded.class, MonitoringStopped.class);
    assertThat(outcome.event(BreachEnded.class).basis()).isNull();
  }

  @Test
  void theNextStayBeginsWithEpisodesOfItsOwn() {
    vigil.givenCommands(Stays.admit(ADA, ADAS_STAY, NORTH_1));
    vigil.givenCommands(AdasStay.record(ADA, "a", scoring7(), NINE, NINE));
    vigil.givenCommands(Stays.discharge(ADA), Stays.admit(ADA, Stays.BENS_STAY, NORTH_2));

    Outcome outcome = vigil.when(AdasStay.record(ADA, "b", scoring7(), NINE, NINE));

    assertThat(outcome.event(BreachBegan.class).episode()).isEqualTo(1);
    assertThat(outcome.event(BreachBegan.class).stayId()).isEqualTo(Stays.BENS_STAY);
  }
}
