package health.vigil.app.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event and what led to it.
 *
 * @param eventId that further events name as their cause
 * @param causationId of the event that led to it; of what was asked for from outside, the
 *     correlation id
 * @param cause position of that event; absent when it was asked for from outside
 * @param millisAfterCause by the clock of the log
 * @param patient whom it is about
 * @param actor on whose behalf it happened
 * @param reaction what did it by itself, such as a saga
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TraceEvent(
    long position,
    String eventId,
    @Nullable String causationId,
    @Nullable Long cause,
    @Nullable Long millisAfterCause,
    String type,
    String stream,
    @Nullable String patient,
    @Nullable String actor,
    @Nullable String reaction,
    Instant recordedAt,
    @Nullable String correlationId,
    @Nullable String traceId) {}
