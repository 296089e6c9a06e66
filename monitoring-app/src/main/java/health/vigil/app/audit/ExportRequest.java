package health.vigil.app.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log is to be exported.
 *
 * @param first position, null for 1
 * @param last position, null for that of the newest event
 * @param reason why
 */
record ExportRequest(
    @Nullable Long first,
    @Nullable Long last,
    @Schema(description = "Kept for good, whoever is erased: it names no patient")
        @Nullable String reason) {
  @Override
  public String toString() {
    return "ExportRequest[" + first + " to " + last + "]";
  }
}
