package health.vigil.app.stay;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a patient is admitted to, and when the stay began. */
@Schema(
    name = "Admission",
    requiredProperties = {"ward", "bed"},
    examples = "{\"ward\":\"3B\",\"bed\":\"12\",\"admittedAt\":\"2026-11-23T08:00:00Z\"}")
record AdmissionRequest(
    @Nullable String ward,
    @Nullable String bed,
    @Schema(description = "The time of the request unless given") @Nullable Instant admittedAt) {}
