package health.vigil.app.patient;

import health.vigil.patient.MrnClaimId;
import health.vigil.patient.MrnClaims;
import health.vigil.patient.PatientId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who holds medical record numbers this moment. A claim that was released leads to the next on the
 * same number, as often as whoever held it was erased.
 */
@Singleton
class NumberHolders {
  private final MrnClaims claims;
  private final NewestClaims log;

  @Inject
  NumberHolders(MrnClaims claims, ClaimsInLog log) {
    this(claims, (NewestClaims) log);
  }

  NumberHolders(MrnClaims claims, NewestClaims log) {
    this.claims = claims;
    this.log = log;
  }

  /** By the first claims on the numbers; nothing of those that nobody holds. */
  Map<MrnClaimId, PatientId> of(Collection<MrnClaimId> numbers) {
    Map<MrnClaimId, PatientId> holders = new HashMap<>();
    Map<MrnClaimId, MrnClaimId> open = new HashMap<>();
    numbers.forEach(number -> open.put(number, number));
    while (!open.isEmpty()) {
      Map<MrnClaimId, NewestClaims.Claim> newest = log.of(List.copyOf(open.values()));
      for (MrnClaimId number : List.copyOf(open.keySet())) {
        NewestClaims.Claim claim = newest.get(open.remove(number));
        if (claim != null && claim.isReleased()) {
          open.put(number, claims.after(claim.id()));
        } else if (claim != null) {
          holders.put(number, claim.patient());
        }
      }
    }
    return holders;
  }

  /** The one by which it is held, or can be claimed. */
  MrnClaimId claimOn(String mrn) {
    MrnClaimId claim = claims.claimOn(mrn);
    while (isReleased(claim)) {
      claim = claims.after(claim);
    }
    return claim;
  }

  private boolean isReleased(MrnClaimId claim) {
    NewestClaims.Claim newest = log.of(List.of(claim)).get(claim);
    return newest != null && newest.isReleased();
  }
}
