package health.vigil.stay;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static health.vigil.fixture.Stays.NORTH_2;
import static health.vigil.fixture.Stays.SOUTH_1;
import static health.vigil.fixture.Stays.admit;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Snapshot;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayEvent.PatientAdmitted;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayEvent.PatientTransferred;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class StayTest {
  private static final PatientAdmitted ADMITTED =
      new PatientAdmitted(ADAS_STAY, ADA, NORTH_1, NINE, NINE);
  private static final PatientTransferred MOVED =
      new PatientTransferred(ADAS_STAY, ADA, NORTH_1, NORTH_2, NINE);

  private final FixtureConfiguration<Stay> stay = new AggregateTestFixture<>(Stay.class);

  @Test
  void aStayBeginsOnce() {
    stay.given(ADMITTED)
        .whenInvoking(ADAS_STAY.value(), begun -> begun.admit(admit(ADA, ADAS_STAY, NORTH_2)))
        .expectNoEvents()
        .expectException(Refusal.class);
  }

  @Test
  void aTransferStartsFromTheBedThatThePatientLiesInNow() {
    stay.given(ADMITTED, MOVED)
        .whenInvoking(ADAS_STAY.value(), present -> present.transfer(SOUTH_1, NINE))
        .expectEvents(new PatientTransferred(ADAS_STAY, ADA, NORTH_2, SOUTH_1, NINE));
  }

  @Test
  void aDischargeNamesTheBedThatIsLeft() {
    stay.given(ADMITTED, MOVED)
        .whenInvoking(ADAS_STAY.value(), present -> present.discharge(NINE))
        .expectEvents(new PatientDischarged(ADAS_STAY, ADA, NORTH_2, NINE));
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    Stay present = new Stay();
    present.on(ADMITTED);
    present.on(MOVED);

    assertThat(Snapshot.andBack(present, Stay.class)).usingRecursiveComparison().isEqualTo(present);
  }
}
