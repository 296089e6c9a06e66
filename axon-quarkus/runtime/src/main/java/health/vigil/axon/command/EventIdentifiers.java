package health.vigil.axon.command;

import java.util.ArrayList;
import java.util.HashMap;
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
 * Gives each event the identifier that follows from the key of the command it came of, or from a
 * key of its own, where its metadata name one: a command may carry what came as several messages,
 * each of which is to be in the log once, whatever it comes with the next time.
 *
 * <p>The event bus hands over all events of the unit of work at once when it prepares the commit,
 * those of several aggregates in the order they were applied, and what is published meanwhile in
 * further lists: so the indexes, of each key its own, count on over the lists of one unit of work.
 */
public final class EventIdentifiers implements MessageDispatchInterceptor<EventMessage<?>> {

  private static final String COUNTS = EventIdentifiers.class.getName();

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
    Map<CommandKey, Integer> counts = root.getOrComputeResource(COUNTS, name -> new HashMap<>());
    List<Place> places = new ArrayList<>();
    for (EventMessage<?> event : events) {
      CommandKey key = keyOf(event, new CommandKey(value));
      places.add(new Place(key, counts.merge(key, 1, Integer::sum) - 1));
    }
    return (index, event) -> identified(event, places.get(index));
  }

  private static CommandKey keyOf(EventMessage<?> event, CommandKey ofCommand) {
    return event.getMetaData().get(Metadata.COMMAND_KEY) instanceof String own
        ? new CommandKey(own)
        : ofCommand;
  }

  private static EventMessage<?> identified(EventMessage<?> event, Place place) {
    MetaData metaData = event.getMetaData().and(Metadata.COMMAND_KEY, place.key().value());
    return renamed(event, place.key().eventIdentifier(place.index()), metaData);
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

  /** The index counts the events of one key. */
  private record Place(CommandKey key, int index) {}
}
