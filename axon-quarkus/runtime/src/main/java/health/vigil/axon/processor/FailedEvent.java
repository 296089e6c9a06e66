package health.vigil.axon.processor;

import health.vigil.axon.failure.Unquoted;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which event a failed batch is due to and counts the attempt. Then the failure goes on,
 * so that the processor waits and tries again.
 */
final class FailedEvent implements ErrorHandler {

  private final Attempts attempts;
  private final Failures failures;
  private final Careful careful;

  @SuppressWarnings("ThreadLocalUsage") // one for each processor, as long as the application
  private final ThreadLocal<@Nullable Handling> current = new ThreadLocal<>();

  FailedEvent(Attempts attempts, Failures failures, Careful careful) {
    this.attempts = attempts;
    this.failures = failures;
    this.careful = careful;
  }

  /** This thread begins to handle the event. */
  void handling(EventMessage<?> event, Segment segment) {
    current.set(new Handling(event, segment, false));
  }

  /** What fails now on this thread is no event's fault. */
  void ofNobody() {
    current.remove();
  }

  /** A handler of the event failed. */
  void failed(Throwable failure) {
    Handling handling = current.get();
    if (handling != null) {
      count(handling, failure);
      current.set(new Handling(handling.event, handling.segment, true));
    }
  }

  @Override
  public void handleError(ErrorContext context) throws Exception {
    Handling handling = current.get();
    current.remove();
    if (handling != null && !handling.counted && context.failedEvents().size() == 1) {
      // Nothing but this event was in the transaction, so it is to blame for the commit too.
      count(handling, context.error());
    }
    context.failedEvents().forEach(this::beCareful);
    throw thrown(context.error());
  }

  private void count(Handling handling, Throwable failure) {
    if (!failures.isPassing(failure)) {
      attempts.failed(handling.event, handling.segment, failure);
    }
  }

  private void beCareful(EventMessage<?> event) {
    if (event instanceof TrackedEventMessage<?> tracked) {
      careful.until(StoredPositions.position(tracked.trackingToken()));
    }
  }

  /** The processor logs it; by the type of a lost claim it knows what to do. */
  private static Exception thrown(Throwable failure) {
    return failure instanceof UnableToClaimTokenException lost ? lost : Unquoted.of(failure);
  }

  private record Handling(EventMessage<?> event, Segment segment, boolean counted) {}
}
