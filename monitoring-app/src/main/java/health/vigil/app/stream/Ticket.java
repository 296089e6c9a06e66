package health.vigil.app.stream;

import health.vigil.app.security.Actor;
import health.vigil.ward.WardId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Opens a stream on behalf of somebody, for a moment.
 *
 * @param actor as the token said
 * @param ward that the stream is about, null for all of the actor's
 * @param expiresAt after which no stream is opened with it
 */
record Ticket(Actor actor, @Nullable WardId ward, Instant expiresAt) {}
