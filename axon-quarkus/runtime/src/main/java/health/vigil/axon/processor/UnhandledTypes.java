package health.vigil.axon.processor;

import health.vigil.axon.serialization.LogicalType;
import java.util.Collection;
import java.util.List;
import org.axonframework.eventhandling.EventHandlerInvoker;

/** The event types that a processor, of handlers or of sagas, has no handler for. */
final class UnhandledTypes {

  private UnhandledTypes() {}

  static List<LogicalType> of(Collection<LogicalType> events, EventHandlerInvoker handlers) {
    return events.stream().filter(event -> !handlers.canHandleType(event.type())).toList();
  }
}
