package health.vigil.app.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One event about a patient.
 *
 * @param actor on whose behalf it happened
 * @param reaction what did it by itself, such as a saga
 * @param payload as it was recorded, personal data readable
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryEntry(
    long position,
    String type,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable String reaction,
    @Nullable String traceId,
    @Schema(implementation = Object.class) JsonNode payload) {
  @Override
  public String toString() {
    return "HistoryEntry[" + type + " at " + position + "]";
  }
}
