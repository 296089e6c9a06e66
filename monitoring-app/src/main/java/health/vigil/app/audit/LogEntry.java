package health.vigil.app.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event of the log.
 *
 * @param patient whom it is about
 * @param actor on whose behalf it happened
 * @param client the application that sent the request
 * @param reaction what did it by itself, such as a saga
 * @param hash that it has in the chain
 * @param payload personal data masked; absent when it is none that this application knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditLogEntry")
record LogEntry(
    long position,
    String eventId,
    String type,
    @Nullable String revision,
    String stream,
    long sequence,
    Instant occurredAt,
    Instant recordedAt,
    @Nullable String patient,
    @Nullable String actor,
    @Nullable String client,
    @Nullable String reaction,
    @Nullable String correlationId,
    @Nullable String causationId,
    @Nullable String traceId,
    String hash,
    @Schema(implementation = Object.class) @Nullable JsonNode payload) {}
