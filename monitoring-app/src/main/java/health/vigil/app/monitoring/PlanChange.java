package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.patient.PatientId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a new plan.
 *
 * @param revision as in the ETag
 */
@Schema(name = "PlanChange")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanChange(
    PatientId patientId, long revision, @Nullable Instant nextObservationDue, long position) {}
