package health.vigil.app.device;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** With whom a device is paired. */
@Schema(
    name = "Pairing",
    requiredProperties = "patientId",
    examples = "{\"patientId\":\"8d0c1a6e-4c0b-8a53-9d1e-0f6f2a5b7c11\"}")
record PairingRequest(@Nullable String patientId) {}
