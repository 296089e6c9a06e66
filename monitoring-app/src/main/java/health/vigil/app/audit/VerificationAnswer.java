package health.vigil.app.audit;

import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.Verification;
import java.util.Collection;
import java.util.List;

/**
 * What a verification of the log found.
 *
 * @param head the position where the log ended when it began
 * @param first the position that it began with
 * @param last the position up to which everything is as it should be
 * @param count how many events are as they should be
 * @param hash of the last of them, computed from the events; empty when there is nothing to rest on
 * @param flaws all that is wrong, by position; of the chain itself only the first flaw
 */
record VerificationAnswer(
    boolean intact,
    String epoch,
    long head,
    long first,
    long last,
    long count,
    String hash,
    List<FlawAnswer> flaws,
    Compared checkpoints) {

  /** Something that is wrong. */
  record FlawAnswer(long position, String kind, String detail) {}

  /** How many checkpoints were signed for what is as it should be, and agree with it. */
  record Compared(long compared) {}

  static VerificationAnswer of(Verification found, Collection<Checkpoint> checkpoints) {
    return new VerificationAnswer(
        found.isIntact(),
        found.head().epoch(),
        found.head().position(),
        found.first(),
        found.last(),
        found.count(),
        found.hash(),
        found.flaws().stream()
            .map(flaw -> new FlawAnswer(flaw.position(), flaw.kind().name(), flaw.toString()))
            .toList(),
        new Compared(
            checkpoints.stream()
                .filter(signed -> signed.position() >= found.first())
                .filter(signed -> signed.position() <= found.last())
                .count()));
  }
}
