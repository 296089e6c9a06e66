package health.vigil.store;

import org.axonframework.eventhandling.EventMessage;

/**
 * An event that the log has taken.
 *
 * @param position its place in the log
 * @param event as it was appended
 */
public record AppendedEvent(long position, EventMessage<?> event) {}
