package health.vigil.app.audit;

import health.vigil.store.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * From where a flow is followed.
 *
 * @param correlationId of all that belongs to it; null for an event that has none
 * @param asked the event that was asked for, null where a request was
 */
record TraceStart(@Nullable String correlationId, @Nullable RecordedEvent asked) {}
