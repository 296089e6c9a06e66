package health.vigil.patient;

import static health.vigil.fixture.Patients.ADA;
import static health.vigil.fixture.Patients.BEN;
import static health.vigil.fixture.Patients.NINE;
import static health.vigil.fixture.Patients.ada;
import static health.vigil.fixture.Patients.claimOf;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.fixture.Snapshot;
import health.vigil.patient.MrnClaimEvent.MrnClaimed;
import health.vigil.patient.MrnClaimEvent.MrnReleased;
import health.vigil.refusal.Refusal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MrnClaimTest {
  private static final MrnClaimId CLAIM = claimOf(ada());
  private static final MrnClaimed BY_ADA = new MrnClaimed(CLAIM, ADA, NINE);

  private final FixtureConfiguration<MrnClaim> claim = new AggregateTestFixture<>(MrnClaim.class);

  @Test
  void aNumberThatSomebodyHoldsIsNotClaimedAgain() {
    claim
        .given(BY_ADA)
        .whenInvoking(CLAIM.value(), held -> held.claim(CLAIM, BEN, NINE))
        .expectNoEvents()
        .expectException(Refusal.class);
  }

  @Test
  void aClaimThatIsReleasedIsNeverAnothers() {
    claim
        .given(BY_ADA, new MrnReleased(CLAIM, ADA, NINE))
        .whenInvoking(CLAIM.value(), held -> held.claim(CLAIM, BEN, NINE))
        .expectNoEvents()
        .expectException(Refusal.class);
  }

  @Test
  void aClaimThatWasTakenOverInAnOlderLogIsHeld() {
    claim
        .given(BY_ADA, new MrnReleased(CLAIM, ADA, NINE), new MrnClaimed(CLAIM, BEN, NINE))
        .whenInvoking(CLAIM.value(), held -> held.release(BEN, NINE))
        .expectEvents(new MrnReleased(CLAIM, BEN, NINE));
  }

  @Test
  void nobodyElsesNumberIsReleased() {
    claim
        .given(BY_ADA)
        .whenInvoking(CLAIM.value(), held -> held.release(BEN, NINE))
        .expectNoEvents();
  }

  @Test
  void aSnapshotHoldsAllThatIsDecidedOn() {
    MrnClaim held = new MrnClaim();
    held.on(BY_ADA);

    assertThat(Snapshot.andBack(held, MrnClaim.class)).usingRecursiveComparison().isEqualTo(held);
  }
}
