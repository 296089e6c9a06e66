package health.vigil.alert;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * What led to something that a saga does only later, perhaps while it handles another message: that
 * message did not lead to it.
 *
 * @param handedOn cause, correlation, actor and trace, by their names in the metadata
 */
public record Origin(Map<String, String> handedOn) {
  public Origin {
    handedOn = Map.copyOf(handedOn);
  }

  /** The message that is handled now. */
  public static Origin now() {
    Map<String, String> handedOn = new HashMap<>();
    CurrentUnitOfWork.correlationData()
        .forEach((name, value) -> handedOn.put(name, String.valueOf(value)));
    return new Origin(handedOn);
  }

  /** The command, with nothing of the message that is handled now. */
  public CommandMessage<Object> command(Object command) {
    return GenericCommandMessage.asCommandMessage(command).withMetaData(handedOn);
  }

  /** What a deadline carries, with nothing of the message that is handled now. */
  public Message<Object> deadline(Object payload) {
    return new GenericMessage<>(payload).withMetaData(handedOn);
  }
}
