package health.vigil.app.patient;

import health.vigil.patient.MrnClaimId;
import health.vigil.patient.PatientId;
import java.util.Collection;
import java.util.Map;

/** How claims on medical record numbers stand. */
interface NewestClaims {
  /** Nothing of those that nobody ever had. */
  Map<MrnClaimId, Claim> of(Collection<MrnClaimId> claims);

  /**
   * A claim after its newest event.
   *
   * @param patient who has it, or had it last
   */
  record Claim(MrnClaimId id, PatientId patient, boolean isReleased) {}
}
