package health.vigil.app.appointment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another time for an appointment. */
@Schema(
    name = "Reschedule",
    requiredProperties = {"start", "end"},
    examples = "{\"start\":\"2026-12-01T10:00:00Z\",\"end\":\"2026-12-01T10:30:00Z\"}")
record RescheduleRequest(@Nullable Instant start, @Nullable Instant end) {}
