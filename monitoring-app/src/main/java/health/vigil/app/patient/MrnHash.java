package health.vigil.app.patient;

import health.vigil.app.secret.KeyedHash;
import health.vigil.app.secret.ServerSecret;
import health.vigil.patient.MrnClaimId;
import jakarta.inject.Singleton;

/** Names the stream that guards a medical record number, without telling the number. */
@Singleton
class MrnHash {
  private final KeyedHash hash;

  MrnHash(ServerSecret secret) {
    this.hash = secret.hashFor("medical record number");
  }

  MrnClaimId claimOn(String mrn) {
    return new MrnClaimId("mrn:" + hash.hex(mrn));
  }
}
