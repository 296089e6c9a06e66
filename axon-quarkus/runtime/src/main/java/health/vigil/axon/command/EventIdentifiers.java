package health.vigil.axon.command;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Gives each event the identifier that follows from the key of the command it came of.
 *
 * <p>The event bus hands over all events of the unit of work at once when it prepares the commit,
 * those of several aggregates in the order they were applied, and what is published meanwhile in
 * further lists: so the index counts on over the lists of one unit of work.
 */
public final class EventIdentifiers implements MessageDispatchInterceptor<EventMessage<?>> {

  private static final String COUNT = EventIdentifiers.class.getName();

  @Override
  public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(
      List<? extends EventMessage<?>> events) {
    if (!CurrentUnitOfWork.isStarted()) {
      return (index, event) -> event;
    }
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    Message<?> cause = root.getMessage();
    if (!(cause instanceof CommandMessage)
        || !(cause.getMetaData().get(Metadata.COMMAND_KEY) instanceof String value)) {
      return (index, event) -> event;
    }
    CommandKey key = new CommandKey(value);
    int first = root.getOrDefaultResource(COUNT, 0);
    root.resources().put(COUNT, first + events.size());
    return (index, event) -> identified(event, key, first + index);
  }

  private static EventMessage<?> identified(EventMessage<?> event, CommandKey key, int index) {
    MetaData metaData = event.getMetaData().and(Metadata.COMMAND_KEY, key.value());
    return renamed(event, key.eventIdentifier(index), metaData);
  }

  private static EventMessage<?> renamed(
      EventMessage<?> event, String identifier, Map<String, ?> metaData) {
    if (event instanceof DomainEventMessage<?> domain) {
      return new GenericDomainEventMessage<>(
          domain.getType(),
          domain.getAggregateIdentifier(),
          domain.getSequenceNumber(),
          domain.getPayload(),
          metaData,
          identifier,
          domain.getTimestamp());
    }
    return new GenericEventMessage<>(
        identifier, event.getPayload(), metaData, event.getTimestamp());
  }
}
