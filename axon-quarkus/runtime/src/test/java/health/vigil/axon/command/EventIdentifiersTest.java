package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventIdentifiersTest {

  private final CommandKey key = new CommandKey("k");
  private final EventIdentifiers interceptor = new EventIdentifiers();

  @AfterEach
  void leave() {
    while (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().rollback();
    }
  }

  @Test
  void countOnOverAllListsOfOneUnitOfWork() {
    begin(GenericCommandMessage.asCommandMessage("c").andMetaData(Map.of("commandKey", "k")));

    List<EventMessage<?>> first = intercepted(event("a", 0), event("b", 4));
    List<EventMessage<?>> published = intercepted(event("a", 1));

    assertThat(Stream.concat(first.stream(), published.stream()))
        .extracting(EventMessage::getIdentifier)
        .containsExactly(key.eventIdentifier(0), key.eventIdentifier(1), key.eventIdentifier(2));
  }

  @Test
  void followFromTheKeyThatAnEventNamesItself() {
    begin(GenericCommandMessage.asCommandMessage("c").andMetaData(Map.of("commandKey", "k")));
    CommandKey own = new CommandKey("own");

    List<EventMessage<?>> first =
        intercepted(keyed("a", 0, own), event("a", 1), keyed("a", 2, own));
    List<EventMessage<?>> published = intercepted(keyed("b", 0, own), event("b", 1));

    assertThat(Stream.concat(first.stream(), published.stream()))
        .extracting(EventMessage::getIdentifier)
        .containsExactly(
            own.eventIdentifier(0),
            key.eventIdentifier(0),
            own.eventIdentifier(1),
            own.eventIdentifier(2),
            key.eventIdentifier(1));
    assertThat(first.get(0).getMetaData()).containsEntry("commandKey", "own");
  }

  /**
   * As an aggregate applies it: what is said with the event wins over what the command hands on.
   */
  @Test
  void followFromTheKeyThatAnEventIsAppliedWith() {
    UnitOfWork<?> work =
        DefaultUnitOfWork.startAndGet(
            GenericCommandMessage.asCommandMessage("c")
                .andMetaData(Map.of("commandKey", "k", "actor", "nurse-7")));
    work.registerCorrelationDataProvider(new Correlation());

    DomainEventMessage<?> applied =
        new GenericDomainEventMessage<>("T", "a", 0, "payload", Map.of("commandKey", "own"));

    assertThat(applied.getMetaData())
        .containsEntry("commandKey", "own")
        .containsEntry("actor", "nurse-7");
    assertThat(intercepted(applied).get(0).getIdentifier())
        .isEqualTo(new CommandKey("own").eventIdentifier(0));
  }

  @Test
  void changeNothingElse() {
    begin(GenericCommandMessage.asCommandMessage("c").andMetaData(Map.of("commandKey", "k")));
    DomainEventMessage<?> original = event("b", 4);

    DomainEventMessage<?> event = (DomainEventMessage<?>) intercepted(original).get(0);

    assertThat(event.getAggregateIdentifier()).isEqualTo("b");
    assertThat(event.getSequenceNumber()).isEqualTo(4);
    assertThat(event.getTimestamp()).isEqualTo(original.getTimestamp());
    assertThat(event.getPayload()).isEqualTo(original.getPayload());
    assertThat(event.getMetaData()).containsEntry("commandKey", "k").containsEntry("actor", "n");
  }

  @Test
  void leaveEventsAloneThatNoCommandLedTo() {
    begin(GenericEventMessage.asEventMessage("e"));
    DomainEventMessage<?> original = event("a", 0);

    assertThat(intercepted(original).get(0)).isSameAs(original);
  }

  private List<EventMessage<?>> intercepted(EventMessage<?>... events) {
    BiFunction<Integer, EventMessage<?>, EventMessage<?>> function =
        interceptor.handle(List.of(events));
    List<EventMessage<?>> result = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      result.add(function.apply(i, events[i]));
    }
    return result;
  }

  private static DomainEventMessage<?> event(String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        "Type", stream, sequence, "payload", Map.of("actor", "n"));
  }

  private static DomainEventMessage<?> keyed(String stream, long sequence, CommandKey key) {
    return new GenericDomainEventMessage<>(
        "Type", stream, sequence, "payload", Map.of("commandKey", key.value()));
  }

  private static void begin(Message<?> message) {
    assertThat(DefaultUnitOfWork.startAndGet(message)).isNotNull();
  }
}
