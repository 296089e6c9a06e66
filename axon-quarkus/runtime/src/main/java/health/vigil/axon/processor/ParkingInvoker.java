package health.vigil.axon.processor;

import health.vigil.axon.command.Reaction;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessingException;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Invokes the handlers or sagas of a processing group. A failure is thrown on, so that the batch
 * rolls back and is tried again; an event that failed too often is parked instead of handled, in
 * the transaction of the batch, and so are later events of its sequence.
 */
final class ParkingInvoker implements EventHandlerInvoker {

  private final String group;
  private final EventHandlerInvoker handlers;
  private final Gates gates;
  private final Parking parking;
  private final Attempts attempts;
  private final FailedEvent failedEvent;

  ParkingInvoker(
      String group,
      EventHandlerInvoker handlers,
      Gates gates,
      Parking parking,
      Attempts attempts,
      FailedEvent failedEvent) {
    this.group = group;
    this.handlers = handlers;
    this.gates = gates;
    this.parking = parking;
    this.attempts = attempts;
    this.failedEvent = failedEvent;
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) {
    if (!handlers.canHandle(event, segment)) {
      return;
    }
    passGates();
    failedEvent.handling(event, segment);
    @Nullable Throwable reason = attempts.exhausted(event, segment);
    if (reason != null) {
      parking.park(event, segment, reason);
    } else if (!parking.parkBehind(event, segment)) {
      invoke(event, segment);
    }
    if (attempts.any()) {
      CurrentUnitOfWork.ifStarted(u -> u.afterCommit(c -> attempts.forget(event, segment)));
    }
  }

  private void passGates() {
    try {
      gates.pass();
    } catch (RuntimeException e) {
      failedEvent.ofNobody();
      throw e;
    }
  }

  private void invoke(EventMessage<?> event, Segment segment) {
    try {
      Reaction.inGroup(group);
      handlers.handle(event, segment);
      Reaction.failIfFailureWasUnseen();
    } catch (Exception | Error e) {
      failedEvent.failed(e);
      throw unchecked(e);
    }
  }

  /** Errors too: Axon stops the thread of a segment for an error, and nothing would be retried. */
  private RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new EventProcessingException("A handler of " + group + " failed", failure);
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return handlers.canHandle(event, segment);
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return handlers.canHandleType(payloadType);
  }

  @Override
  public boolean supportsReset() {
    return handlers.supportsReset();
  }

  @Override
  public void performReset() {
    handlers.performReset();
  }

  @Override
  public <R> void performReset(@Nullable R resetContext) {
    handlers.performReset(resetContext);
  }

  @Override
  public void segmentReleased(Segment segment) {
    handlers.segmentReleased(segment);
  }
}
