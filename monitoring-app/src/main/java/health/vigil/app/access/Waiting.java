package health.vigil.app.access;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Notes of one request that wait to be written.
 *
 * @param written when they are; never fails otherwise than with {@link NotNoted}
 */
record Waiting(List<AccessNote> notes, CompletableFuture<Void> written) {
  Waiting {
    notes = List.copyOf(notes);
  }

  boolean isRefused() {
    return notes.stream().noneMatch(note -> note.outcome() == Outcome.ALLOWED);
  }

  void fail(String reason) {
    written.completeExceptionally(new NotNoted(reason));
  }
}
