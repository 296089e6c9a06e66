package health.vigil.app.access;

import health.vigil.app.json.Instants;
import health.vigil.app.problem.Fields;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
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
  record Accepted(
      @Nullable String patient,
      @Nullable String actor,
      @Nullable Instant from,
      @Nullable Instant to) {}

  /**
   * @throws Refusal of all that is not acceptable
   */
  Accepted accepted() {
    Fields fields = new Fields();
    PatientId of = fields.convert("patient", given(patient), PatientId::new);
    String by = given(actor) == null ? null : fields.optionalText("actor", actor, LONGEST);
    Instant begin = fields.convert("from", from, text -> Instants.parse("from", text));
    Instant end = fields.convert("to", to, text -> Instants.parse("to", text));
    fields.check(
        "to", begin == null || end == null || begin.isBefore(end), "a time later than from");
    fields.throwIfAny();
    return new Accepted(of == null ? null : of.value(), by, begin, end);
  }

  /** An empty parameter is as good as none. */
  private static @Nullable String given(@Nullable String value) {
    return value == null || value.isEmpty() ? null : value;
  }
}
