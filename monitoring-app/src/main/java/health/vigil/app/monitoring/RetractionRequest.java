package health.vigil.app.monitoring;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a set was entered in error, and to whom it belongs, if to anybody. */
@Schema(
    name = "Retraction",
    requiredProperties = "reason",
    examples =
        "{\"reason\":\"wrong patient\",\"movedTo\":\"8d0c1a6e-4c0b-8a53-9d1e-0f6f2a5b7c11\"}")
record RetractionRequest(
    @Schema(
            description =
                "Erased with the patient from whom the set is taken: it names no other, not the one"
                    + " of movedTo either")
        @Nullable String reason,
    @Schema(description = "The patient whom the set belongs to") @Nullable String movedTo) {
  @Override
  public String toString() {
    return "RetractionRequest[masked]";
  }
}
