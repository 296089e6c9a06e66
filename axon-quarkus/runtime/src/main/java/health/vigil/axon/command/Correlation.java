package health.vigil.axon.command;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Hands on who acted, what caused it and the trace from each message to those it leads to. The
 * command key goes to the events of the command only, never from an event to a further command.
 *
 * <p>A cause is an event, for only events are kept. So a command and a deadline hand on the cause
 * that they carry, and what a deadline does hours later names the event at which it was scheduled.
 */
public final class Correlation implements CorrelationDataProvider {

  /** What the messages of a request from outside bear, in a trace of its own. */
  public static Map<String, String> begun() {
    return begun(UUID.randomUUID().toString().replace("-", ""));
  }

  /**
   * What the messages of a request from outside bear: its trace, a correlation of its own, and that
   * correlation as cause too, for no event led to it.
   *
   * @param traceId several requests may have the same
   */
  public static Map<String, String> begun(String traceId) {
    String id = timeOrdered().toString();
    return Map.of(
        Metadata.TRACE_ID, traceId, Metadata.CORRELATION_ID, id, Metadata.CAUSATION_ID, id);
  }

  /**
   * A UUID (version 7). Whoever has an index on it adds at its end: in any other order each event
   * would touch, and write, a page of its own.
   */
  private static UUID timeOrdered() {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | 0x7000L | chance.nextInt(1 << 12);
    return new UUID(high, chance.nextLong() >>> 2 | 0x8000000000000000L);
  }

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new HashMap<>();
    data.put(Metadata.CAUSATION_ID, cause(message));
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

  private static Object cause(Message<?> message) {
    return isInTheLog(message)
        ? message.getIdentifier()
        : message.getMetaData().getOrDefault(Metadata.CAUSATION_ID, message.getIdentifier());
  }

  private static boolean isInTheLog(Message<?> message) {
    return message instanceof EventMessage && !(message instanceof DeadlineMessage);
  }

  private static void copy(Message<?> message, String name, Map<String, Object> data) {
    Object value = message.getMetaData().get(name);
    if (value != null) {
      data.put(name, value);
    }
  }
}
