package health.vigil.axon.processor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The payload types that a processor has handlers for. */
final class HandledTypes {

  private final EventHandlerInvoker handlers;
  private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

  HandledTypes(EventHandlerInvoker handlers) {
    this.handlers = handlers;
  }

  /** Decodes what a handler will ask for; payloads that nobody handles stay text. */
  void decode(TrackedEventMessage<?> event) {
    if (known.computeIfAbsent(event.getPayloadType(), handlers::canHandleType)) {
      // An event keeps its payload once it is decoded.
      @SuppressWarnings("unused")
      Object decoded = event.getPayload();
    }
  }
}
