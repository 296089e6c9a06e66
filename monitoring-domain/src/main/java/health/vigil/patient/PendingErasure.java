package health.vigil.patient;

import health.vigil.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;

/**
 * An erasure that one person has asked for and a second has not confirmed yet.
 *
 * @param expiresAt from then on it is as if nobody had asked
 */
record PendingErasure(ErasureReason reason, String requestedBy, Instant expiresAt) {
  /** How long a request waits for its second person. */
  static final Duration LIFE = Duration.ofDays(7);

  boolean isOpen(Instant at) {
    return at.isBefore(expiresAt);
  }

  void requireSecondPerson(String confirmedBy) {
    if (confirmedBy.equals(requestedBy)) {
      throw Refusal.conflict(
          "second-person-needed", "Who asked for the erasure can not confirm it.");
    }
  }
}
