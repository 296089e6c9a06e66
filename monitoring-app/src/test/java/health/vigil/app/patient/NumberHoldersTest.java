package health.vigil.app.patient;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.patient.NewestClaims.Claim;
import health.vigil.patient.MrnClaimId;
import health.vigil.patient.MrnClaims;
import health.vigil.patient.PatientId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberHoldersTest {
  private static final PatientId ADA = new PatientId("ada");
  private static final PatientId BEN = new PatientId("ben");

  private final MrnClaims claims = new MrnClaims(new byte[32]);
  private final MrnClaimId first = claims.claimOn("MRN-1");
  private final MrnClaimId second = claims.after(first);
  private final Map<MrnClaimId, Claim> log = new HashMap<>();
  private final NumberHolders holders = new NumberHolders(claims, this::newest);

  @Test
  void aNumberThatNobodyEverHadIsClaimedByItsFirst() {
    assertThat(holders.of(List.of(first))).isEmpty();
    assertThat(holders.claimOn("mrn-1")).isEqualTo(first);
  }

  @Test
  void whoHasTheNumberIsFound() {
    log.put(first, new Claim(first, ADA, false));

    assertThat(holders.of(List.of(first, claims.claimOn("MRN-2")))).isEqualTo(Map.of(first, ADA));
    assertThat(holders.claimOn("mrn-1")).isEqualTo(first);
  }

  @Test
  void aNumberThatWasReleasedIsFreeForTheNextClaim() {
    log.put(first, new Claim(first, ADA, true));

    assertThat(holders.of(List.of(first))).isEmpty();
    assertThat(holders.claimOn("mrn-1")).isEqualTo(second);
  }

  @Test
  void whoeverCameAfterwardsIsFoundByTheNumber() {
    log.put(first, new Claim(first, ADA, true));
    log.put(second, new Claim(second, BEN, false));

    assertThat(holders.of(List.of(first))).isEqualTo(Map.of(first, BEN));
    assertThat(holders.claimOn("mrn-1")).isEqualTo(second);
  }

  private Map<MrnClaimId, Claim> newest(Collection<MrnClaimId> asked) {
    Map<MrnClaimId, Claim> known = new HashMap<>(log);
    known.keySet().retainAll(asked);
    return known;
  }
}
