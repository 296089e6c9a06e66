package health.vigil.app.stream;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ticket to open a stream with.
 *
 * @param expiresAt after which no stream is opened with it; one that is open goes on
 * @param streamEndsAt when a stream that was opened with it ends: when the token expires
 */
@Schema(name = "StreamTicket")
record TicketAnswer(String ticket, Instant expiresAt, Instant streamEndsAt) {}
