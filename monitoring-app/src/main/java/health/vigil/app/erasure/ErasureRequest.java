package health.vigil.app.erasure;

import health.vigil.patient.ErasureReason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody's data is to be erased.
 *
 * @param reference of a letter or a decision; it is erased with the patient
 */
@Schema(
    name = "ErasureRequest",
    requiredProperties = "reason",
    examples = "{\"reason\":\"PATIENT_REQUEST\",\"reference\":\"Letter of 20 November\"}")
record ErasureRequest(@Nullable ErasureReason reason, @Nullable String reference) {
  @Override
  public String toString() {
    return "ErasureRequest[" + reason + "]";
  }
}
