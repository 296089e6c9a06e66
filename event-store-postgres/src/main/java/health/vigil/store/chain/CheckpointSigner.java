package health.vigil.store.chain;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Signs the log as it is, after it has verified how it came there from the checkpoint before: what
 * does not hold together is never signed. For one thread at a time.
 *
 * <p>The first checkpoint of a key, and the first of an epoch, costs a verification of the whole
 * log; every other only of what was appended since.
 */
public final class CheckpointSigner {

  private final ChainVerifier verifier;
  private final SigningKey key;
  private final CheckpointFile file;
  private final Clock clock;
  private final Optional<String> restored;

  /**
   * @param dataSource leads to the log; the right to read is enough
   * @param file where the key's checkpoints are, and where new ones go
   * @param restored the epoch that began with a restored backup, as the operator names it; a log of
   *     another epoch than its checkpoints is not signed without that word
   */
  public CheckpointSigner(
      DataSource dataSource,
      SigningKey key,
      CheckpointFile file,
      Clock clock,
      Optional<String> restored) {
    this.verifier = new ChainVerifier(dataSource);
    this.key = key;
    this.file = file;
    this.clock = clock;
    this.restored = restored;
  }

  /**
   * What became of an attempt.
   *
   * @param verification what was found on the way from the checkpoint before to the head
   * @param last the newest checkpoint of the file now, none when there is none
   * @param isNew whether this attempt wrote it
   * @param before of another epoch, when the newest checkpoint belonged to one: the log was
   *     restored from a backup, or somebody wants it to look so; nothing is signed then unless the
   *     operator has named the new epoch
   */
  public record Attempt(
      Verification verification,
      Optional<Checkpoint> last,
      boolean isNew,
      Optional<Checkpoint> before) {}

  /**
   * Verifies the log from the last checkpoint of this key on, and signs its head if all is well and
   * the head has moved.
   *
   * @throws IOException when the file can not be read or written
   * @throws org.axonframework.eventsourcing.eventstore.EventStoreException when the log can not be
   *     read
   * @throws InterruptedException when the thread is interrupted; then nothing was written
   */
  public Attempt attempt() throws IOException, InterruptedException {
    Optional<Checkpoint> last = file.last();
    Verification found = last.isPresent() ? since(last.get()) : verifier.all();
    Optional<Checkpoint> before = last.filter(checkpoint -> isOfAnotherEpoch(checkpoint, found));
    if (before.isPresent() && key.verifyingKey().signed(before.get())) {
      return restored.equals(Optional.of(found.head().epoch()))
          ? signed(verifier.all(), Optional.empty(), before)
          : new Attempt(found, last, false, before);
    }
    return signed(found, last, Optional.empty());
  }

  private Verification since(Checkpoint last) throws InterruptedException {
    return verifier.against(List.of(last), List.of(key.verifyingKey())).from(last.position());
  }

  private static boolean isOfAnotherEpoch(Checkpoint last, Verification found) {
    return !last.epoch().equals(found.head().epoch());
  }

  private Attempt signed(Verification found, Optional<Checkpoint> last, Optional<Checkpoint> before)
      throws IOException {
    long known = last.map(Checkpoint::position).orElse(0L);
    if (!found.isIntact() || found.last() <= known) {
      return new Attempt(found, last, false, before);
    }
    Checkpoint checkpoint =
        key.sign(found.head().epoch(), found.last(), found.hash(), clock.instant());
    boolean written = file.append(checkpoint);
    return new Attempt(found, written ? Optional.of(checkpoint) : file.last(), written, before);
  }
}
