package health.vigil.app.appointment;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who asks whom for which time; {@code end} does not belong to it. */
@Schema(
    name = "AppointmentRequest",
    requiredProperties = {"patientId", "practitionerId", "start", "end"},
    examples =
        "{\"patientId\":\"6f1c8c6e-7a51-4c6e-9d2b-3f8a2b1c0d4e\",\"practitionerId\":\"dr-yu\","
            + "\"start\":\"2026-12-01T09:00:00Z\",\"end\":\"2026-12-01T09:30:00Z\","
            + "\"service\":\"cardiology\",\"reason\":\"Palpitations\"}")
record AppointmentRequest(
    @Nullable String patientId,
    @Nullable String practitionerId,
    @Nullable Instant start,
    @Nullable Instant end,
    @Schema(description = "What kind of appointment, in the hospital's own word")
        @Nullable String service,
    @Schema(description = "Why, in free text") @Nullable String reason) {
  @Override
  public String toString() {
    return "AppointmentRequest[masked]";
  }
}
