package health.vigil.axon.command;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Hands on who acted, what caused it and the trace from each message to those it leads to. The
 * command key goes to the events of the command only, never from an event to a further command.
 */
public final class Correlation implements CorrelationDataProvider {

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new HashMap<>();
    data.put(Metadata.CAUSATION_ID, message.getIdentifier());
    data.put(
        Metadata.CORRELATION_ID,
        message.getMetaData().getOrDefault(Metadata.CORRELATION_ID, message.getIdentifier()));
    copy(message, Metadata.ACTOR, data);
    copy(message, Metadata.TRACE_ID, data);
    if (message instanceof CommandMessage) {
      copy(message, Metadata.REACTION, data);
      copy(message, Metadata.COMMAND_KEY, data);
      copy(message, Metadata.REQUEST_HASH, data);
    }
    return data;
  }

  private static void copy(Message<?> message, String name, Map<String, Object> data) {
    Object value = message.getMetaData().get(name);
    if (value != null) {
      data.put(name, value);
    }
  }
}
