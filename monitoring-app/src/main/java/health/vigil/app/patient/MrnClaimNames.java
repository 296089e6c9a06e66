package health.vigil.app.patient;

import health.vigil.app.secret.ServerSecret;
import health.vigil.patient.MrnClaims;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The streams that guard medical record numbers are named with the server's key. */
class MrnClaimNames {
  @Produces
  @Singleton
  MrnClaims claims(ServerSecret secret) {
    return new MrnClaims(secret.keyFor("medical record number"));
  }
}
