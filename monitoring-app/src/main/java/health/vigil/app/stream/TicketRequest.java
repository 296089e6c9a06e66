package health.vigil.app.stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a stream is to be about. */
@Schema(name = "StreamTicketRequest", examples = "{\"ward\":\"3B\"}")
record TicketRequest(
    @Schema(description = "All wards of the actor's unless given") @Nullable String ward) {}
