package health.vigil.app.access;

import health.vigil.app.problem.Fields;
import health.vigil.app.reading.TimeSpan;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which accesses are asked for; one fits all that is given. */
public class AccessQuery {
  private static final int LONGEST = 200;

  @Parameter(description = "The id of a patient whose data was asked for")
  @QueryParam("patient")
  @Nullable String patient;

  @Parameter(description = "Who asked")
  @QueryParam("actor")
  @Nullable String actor;

  @Parameter(description = "Noted at this time or later")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "Noted before this time")
  @QueryParam("to")
  @Nullable String to;

  /** What was given, once it is known to be acceptable. */
  record Accepted(@Nullable String patient, @Nullable String actor, TimeSpan noted) {}

  /**
   * @throws Refusal of all that is not acceptable
   */
  Accepted accepted() {
    Fields fields = new Fields();
    PatientId of = fields.convert("patient", Fields.given(patient), PatientId::new);
    String by = fields.optionalText("actor", Fields.given(actor), LONGEST);
    TimeSpan noted = TimeSpan.of(fields, from, to);
    fields.throwIfAny();
    return new Accepted(of == null ? null : of.value(), by, noted);
  }
}
