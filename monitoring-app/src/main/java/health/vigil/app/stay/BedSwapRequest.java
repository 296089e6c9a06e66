package health.vigil.app.stay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With whom a patient changes beds. */
@Schema(
    name = "BedSwap",
    requiredProperties = "otherPatientId",
    examples = "{\"otherPatientId\":\"8d0c1a6e-4c0b-8a53-9d1e-0f6f2a5b7c11\"}")
record BedSwapRequest(@Nullable String otherPatientId) {}
