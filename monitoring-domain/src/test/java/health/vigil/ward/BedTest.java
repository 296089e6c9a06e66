package health.vigil.ward;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Stays.ADAS_STAY;
import static health.vigil.fixture.Stays.BENS_STAY;
import static health.vigil.fixture.Stays.NORTH_1;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Snapshot;
import health.vigil.refusal.Refusal;
import health.vigil.ward.BedEvent.BedOccupied;
import health.vigil.ward.BedEvent.BedVacated;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class BedTest {
  private static final BedOccupied BY_ADA = new BedOccupied(NORTH_1, ADAS_STAY, ADA, NINE);
  private static final BedVacated BY_ADA_LEFT = new BedVacated(NORTH_1, ADAS_STAY, ADA, NINE);

  private final FixtureConfiguration<Bed> bed = new AggregateTestFixture<>(Bed.class);

  @Test
  void oneLiesInABed() {
    bed.given(BY_ADA)
        .whenInvoking(NORTH_1.value(), taken -> taken.occupy(NORTH_1, BENS_STAY, BEN, NINE))
        .expectNoEvents()
        .expectException(Refusal.class);
  }

  @Test
  void theNextMayHaveABedThatWasLeft() {
    bed.given(BY_ADA, BY_ADA_LEFT)
        .whenInvoking(NORTH_1.value(), free -> free.occupy(NORTH_1, BENS_STAY, BEN, NINE))
        .expectEvents(new BedOccupied(NORTH_1, BENS_STAY, BEN, NINE));
  }

  @Test
  void whoLiesThereLeaves() {
    bed.given(BY_ADA)
        .whenInvoking(NORTH_1.value(), taken -> taken.vacate(ADAS_STAY, ADA, NINE))
        .expectEvents(BY_ADA_LEFT);
  }

  @Test
  void nobodyElseLeaves() {
    bed.given(BY_ADA)
        .whenInvoking(NORTH_1.value(), taken -> taken.vacate(BENS_STAY, BEN, NINE))
        .expectNoEvents()
        .expectException(IllegalStateException.class);
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    Bed taken = new Bed();
    taken.on(BY_ADA);

    assertThat(Snapshot.andBack(taken, Bed.class)).usingRecursiveComparison().isEqualTo(taken);
  }
}
