package health.vigil.store.contract;

import health.vigil.store.AlreadyRecordedException;
import health.vigil.store.AppendRefusedException;
import health.vigil.store.OutcomeUnknownException;
import health.vigil.store.contract.Outcome.Kind;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What the exception of an append says. */
final class Answers {

  private Answers() {}

  static Outcome read(@Nullable Throwable thrown) {
    if (thrown instanceof ConcurrencyException
        || thrown instanceof AggregateStreamCreationException) {
      return thrown.getCause() instanceof AlreadyRecordedException already
          ? new Outcome(Kind.ALREADY_RECORDED, already.eventIdentifier(), already.position())
          : Outcome.of(Kind.CONFLICT);
    }
    if (thrown instanceof OutcomeUnknownException) {
      return Outcome.of(Kind.UNKNOWN);
    }
    if (thrown instanceof AppendRefusedException) {
      return Outcome.of(Kind.REFUSED);
    }
    if (thrown instanceof EventStoreException) {
      return Outcome.of(Kind.FAILED);
    }
    throw new AssertionError("an append ended with what no append may end with", thrown);
  }
}
