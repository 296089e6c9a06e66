package health.vigil.app.alert.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.alert.AlertId;
import health.vigil.alert.AlertKind;
import health.vigil.alert.AlertRule;
import health.vigil.alert.Presence;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why an alert fired, and what followed.
 *
 * @param position up to which the log was read
 * @param ward where the patient lay when it was raised
 * @param summary one sentence
 * @param steps all that happened to it, its raising first
 */
@Schema(name = "AlertExplanation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Explanation(
    AlertId alertId,
    PatientId patientId,
    StayId stayId,
    long position,
    String ward,
    String bed,
    AlertRule rule,
    AlertKind kind,
    Presence presence,
    Instant raisedAt,
    String summary,
    Versions versions,
    List<Step> steps) {

  /**
   * By what it was decided.
   *
   * @param table the score and the version of its table; absent when no score was asked
   * @param scoreDecisions version of our decisions about the score
   * @param alertDecisions version of our decisions about alerts
   */
  @Schema(name = "DecidingVersions")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Versions(@Nullable String table, @Nullable String scoreDecisions, String alertDecisions) {}
}
