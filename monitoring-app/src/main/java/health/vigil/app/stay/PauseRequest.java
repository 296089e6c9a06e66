package health.vigil.app.stay;

import health.vigil.stay.PauseReason;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why and until when a patient is not observed. */
@Schema(
    name = "Pause",
    requiredProperties = {"reason", "until"},
    examples = "{\"reason\":\"OFF_WARD\",\"until\":\"2026-11-23T12:00:00Z\"}")
record PauseRequest(@Nullable PauseReason reason, @Nullable Instant until) {}
