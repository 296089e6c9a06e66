package health.vigil.app.log;

import java.time.Instant;
import java.util.Optional;

/**
 * What this node found when it last looked through the whole log.
 *
 * @param at when it was done, empty before the first time
 * @param position up to which everything is as it should be, 0 before the first time
 * @param trouble what is wrong, or why it could not be looked at, in a sentence without anything
 *     that is stored
 */
record VerificationState(Optional<Instant> at, long position, Optional<String> trouble) {
  static final VerificationState NONE =
      new VerificationState(Optional.empty(), 0, Optional.empty());

  VerificationState but(String sentence) {
    return new VerificationState(at, position, Optional.of(sentence));
  }
}
