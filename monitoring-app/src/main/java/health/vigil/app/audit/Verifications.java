package health.vigil.app.audit;

import health.vigil.app.log.SignedLog;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import health.vigil.store.chain.ChainVerifier.Progress;
import health.vigil.store.chain.Checkpoint;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies the log, or a part of it, beside whoever appends. */
@Singleton
class Verifications {
  private final SignedLog signed;
  private final EventLog log;

  Verifications(SignedLog signed, EventLog log) {
    this.signed = signed;
    this.log = log;
  }

  /** A part of the log, both ends included. */
  record Part(long first, long last) {}

  /**
   * The part that is asked for.
   *
   * @param from position, null for the first
   * @param to position, null for the newest; a later one is as good
   * @throws Refusal when there is no such part
   */
  Part part(@Nullable Long from, @Nullable Long to) {
    long head = log.head();
    long first = from == null ? 1 : from;
    if (first < 1 || (first > head && from != null)) {
      throw Refusal.invalid("from", "a position of the log, which has " + head);
    }
    if (to != null && to < first) {
      throw Refusal.invalid("to", "a position not before from");
    }
    return new Part(first, to == null ? Long.MAX_VALUE : to);
  }

  /**
   * @throws InterruptedException when the thread is interrupted
   */
  VerificationAnswer verify(Part part, Progress progress) throws InterruptedException {
    // Read before the log, which then has all that they were signed for.
    List<Checkpoint> checkpoints = signed.checkpoints();
    return VerificationAnswer.of(
        signed.verifier(checkpoints).reporting(progress).range(part.first(), part.last()),
        checkpoints);
  }
}
