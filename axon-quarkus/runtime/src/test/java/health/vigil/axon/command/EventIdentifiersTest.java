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

  private static void begin(Message<?> message) {
    assertThat(DefaultUnitOfWork.startAndGet(message)).isNotNull();
  }
}
