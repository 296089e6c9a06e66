package health.vigil.axon.command;

import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/**
 * Adds metadata to events before they are appended. Every bean of this type is asked about every
 * event, in no particular order; what an event says by itself stays as it is.
 */
@FunctionalInterface
public interface EventAnnotation {

  /** What to add to the event's metadata, empty for nothing. */
  Map<String, ?> of(EventMessage<?> event);
}
