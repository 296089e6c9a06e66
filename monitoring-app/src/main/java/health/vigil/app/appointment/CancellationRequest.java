package health.vigil.app.appointment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why an appointment will not take place. */
@Schema(
    name = "Cancellation",
    requiredProperties = "reason",
    examples = "{\"reason\":\"The patient has the flu\"}")
record CancellationRequest(@Nullable String reason) {
  @Override
  public String toString() {
    return "CancellationRequest[masked]";
  }
}
