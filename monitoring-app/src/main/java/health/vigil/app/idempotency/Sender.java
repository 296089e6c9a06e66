package health.vigil.app.idempotency;

import health.vigil.app.security.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who sends the request at hand, and when it arrived.
 *
 * @param traceId null when the client began no trace
 */
public record Sender(Actor actor, @Nullable String traceId, Instant at) {}
