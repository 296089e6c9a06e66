package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReactionTest {

  private final EventMessage<String> event =
      new GenericEventMessage<>("event-1", "beeped", Map.of(), Instant.EPOCH);

  @AfterEach
  void leave() {
    while (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().rollback();
    }
  }

  @Test
  void aCommandBeingHandledIsNoReaction() {
    begin(GenericCommandMessage.asCommandMessage("beep"));

    assertThat(Reaction.current()).isEmpty();
  }

  @Test
  void theKeyFollowsFromGroupEventCommandAndStep() {
    begin(event);
    Reaction.inGroup("alarms");
    Reaction reaction = Reaction.current().orElseThrow();

    assertThat(reaction.nextKey("RaiseAlert").value()).isEqualTo("alarms/event-1/RaiseAlert/0");
    assertThat(reaction.nextKey("RaiseAlert").value()).isEqualTo("alarms/event-1/RaiseAlert/1");
    assertThat(reaction.nextKey("ClearAlert").value()).isEqualTo("alarms/event-1/ClearAlert/0");
  }

  @Test
  void theSameEventAgainGivesTheSameKeys() {
    begin(event);
    String first = Reaction.current().orElseThrow().nextKey("RaiseAlert").value();
    CurrentUnitOfWork.get().rollback();

    begin(event);

    assertThat(Reaction.current().orElseThrow().nextKey("RaiseAlert").value()).isEqualTo(first);
  }

  @Test
  void aDeadlineIsKnownByTheIdentifierItWasScheduledUnder() {
    begin(event);

    DeadlineExecution.of(
        "schedule-9",
        () ->
            assertThat(Reaction.current().orElseThrow().nextKey("Escalate").value())
                .isEqualTo("handler/deadline/schedule-9/Escalate/0"));
  }

  @Test
  void aReplayedEventIsKnownAsSuch() {
    TrackingToken reset = new GlobalSequenceTrackingToken(10);
    begin(
        new GenericTrackedEventMessage<>(
            ReplayToken.createReplayToken(reset, new GlobalSequenceTrackingToken(3)), event));

    assertThat(Reaction.current().orElseThrow().isReplay()).isTrue();
  }

  private static void begin(Message<?> message) {
    assertThat(DefaultUnitOfWork.startAndGet(message)).isNotNull();
  }
}
