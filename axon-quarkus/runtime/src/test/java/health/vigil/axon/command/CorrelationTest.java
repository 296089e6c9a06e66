package health.vigil.axon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

class CorrelationTest {

  private static final Map<String, String> METADATA =
      Map.of(
          "actor", "nurse-7",
          "traceId", "t1",
          "correlationId", "c1",
          "commandKey", "k1",
          "requestHash", "h1");

  @Test
  void eventsKnowTheirCommandAndItsKey() {
    Message<?> command = GenericCommandMessage.asCommandMessage("beep").withMetaData(METADATA);

    Map<String, Object> expected = new HashMap<>(METADATA);
    expected.put("causationId", command.getIdentifier());
    assertThat(data(command)).isEqualTo(expected);
  }

  @Test
  void whatACommandOrADeadlineLeadsToNamesTheEventBehindIt() {
    Map<String, String> behind = Map.of("causationId", "e1", "correlationId", "c1");

    assertThat(data(GenericCommandMessage.asCommandMessage("beep").withMetaData(behind)))
        .isEqualTo(behind);
    assertThat(data(new GenericDeadlineMessage<>("late").withMetaData(behind))).isEqualTo(behind);
  }

  @Test
  void anEventIsTheCauseOfWhatFollowsNotWhatCausedIt() {
    Message<?> event =
        GenericEventMessage.asEventMessage("beeped").withMetaData(Map.of("causationId", "e1"));

    assertThat(data(event)).containsEntry("causationId", event.getIdentifier());
  }

  @Test
  void eachRequestOfATraceIsACorrelationOfItsOwnAndItsOwnCause() {
    Map<String, String> one = Correlation.begun("4bf92f35");
    Map<String, String> other = Correlation.begun("4bf92f35");

    assertThat(one).containsEntry("traceId", "4bf92f35");
    assertThat(UUID.fromString(one.get("correlationId")))
        .returns(7, UUID::version)
        .returns(2, UUID::variant);
    assertThat(one.get("correlationId"))
        .isEqualTo(one.get("causationId"))
        .isNotEqualTo(other.get("correlationId"));
  }

  @Test
  void aFurtherCommandDoesNotInheritTheKey() {
    Message<?> event = GenericEventMessage.asEventMessage("beeped").withMetaData(METADATA);

    assertThat(data(event))
        .containsEntry("actor", "nurse-7")
        .containsEntry("traceId", "t1")
        .containsEntry("correlationId", "c1")
        .containsEntry("causationId", event.getIdentifier())
        .doesNotContainKeys("commandKey", "requestHash");
  }

  @Test
  void whatBeginsSomethingIsItsOwnCorrelation() {
    Message<?> event = GenericEventMessage.asEventMessage("beeped");

    assertThat(data(event)).containsEntry("correlationId", event.getIdentifier());
  }

  private static Map<String, Object> data(Message<?> message) {
    return Map.copyOf(new Correlation().correlationDataFor(message));
  }
}
