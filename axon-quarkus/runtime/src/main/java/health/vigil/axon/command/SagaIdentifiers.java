package health.vigil.axon.command;

import java.util.function.Predicate;
import org.axonframework.messaging.Message;

/**
 * Identifiers of sagas that are the same when the event that begins the saga is delivered again:
 * they are part of the keys of the saga's commands.
 */
public final class SagaIdentifiers {

  private SagaIdentifiers() {}

  /**
   * The identifier of the saga that this event begins.
   *
   * @param inSegment whether an identifier belongs to the segment that handles the event
   */
  public static String of(Class<?> sagaType, Message<?> event, Predicate<String> inSegment) {
    String base =
        CommandKey.uuid(sagaType.getSimpleName() + "/" + event.getIdentifier()).toString();
    int attempt = 0;
    while (!inSegment.test(base + "." + attempt)) {
      attempt++;
    }
    return base + "." + attempt;
  }

  /** What does not depend on the segment. */
  static String stable(String sagaIdentifier) {
    int suffix = sagaIdentifier.lastIndexOf('.');
    return suffix < 0 ? sagaIdentifier : sagaIdentifier.substring(0, suffix);
  }
}
