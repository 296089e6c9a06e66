package health.vigil.app.log;

import health.vigil.store.chain.Checkpoint;
import java.util.Optional;

/**
 * What this node knows of its checkpoints.
 *
 * @param last the newest
 * @param trouble why none is signed at present, in a sentence without anything that is stored
 */
record CheckpointState(Optional<Checkpoint> last, Optional<String> trouble) {
  static final CheckpointState NONE = new CheckpointState(Optional.empty(), Optional.empty());

  CheckpointState but(String sentence) {
    return new CheckpointState(last, Optional.of(sentence));
  }
}
