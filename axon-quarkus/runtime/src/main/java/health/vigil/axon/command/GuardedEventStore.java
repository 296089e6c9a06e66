package health.vigil.axon.command;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * An event store that takes no event from within a processor, saga or deadline: it would be
 * appended when the batch commits, without a command that decides on it and again with each
 * redelivery.
 */
public final class GuardedEventStore extends EmbeddedEventStore {

  /** Everything as the builder says. */
  public GuardedEventStore(EmbeddedEventStore.Builder builder) {
    super(builder);
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    if (CurrentUnitOfWork.isStarted()
        && CurrentUnitOfWork.get().root().getMessage() instanceof EventMessage) {
      throw new IllegalStateException(
          "Events are not published while an event or deadline is handled: send a command whose"
              + " handler decides on them");
    }
    super.publish(events);
  }
}
