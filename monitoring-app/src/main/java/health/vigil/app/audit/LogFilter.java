package health.vigil.app.audit;

import health.vigil.app.problem.Fields;
import health.vigil.app.reading.TimeSpan;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which events of the log are asked for; an event fits all that is given. */
public class LogFilter {
  private static final int MOST_TYPES = 50;
  private static final int LONGEST = 200;
  private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,99}");

  @Parameter(description = "The id of a patient whom the events are about")
  @QueryParam("patient")
  @Nullable String patient;

  @Parameter(
      description = "A type such as AlertRaised; may be given several times, for any of them")
  @QueryParam("type")
  @Nullable List<String> types;

  @Parameter(description = "On whose behalf it happened")
  @QueryParam("actor")
  @Nullable String actor;

  @Parameter(description = "Recorded at this time or later")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(description = "Recorded before this time")
  @QueryParam("to")
  @Nullable String to;

  /**
   * What was given, once it is known to be acceptable.
   *
   * @param metadata that the events have
   */
  record Accepted(
      @Nullable String patient,
      List<String> types,
      Map<String, String> metadata,
      TimeSpan recorded) {}

  /**
   * @param actorName the name of the actor in metadata
   * @throws Refusal of all that is not acceptable
   */
  Accepted accepted(String actorName) {
    Fields fields = new Fields();
    String about = fields.optionalText("patient", Fields.given(patient), LONGEST);
    String by = fields.optionalText("actor", Fields.given(actor), LONGEST);
    List<String> any =
        types == null ? List.of() : types.stream().filter(t -> !t.isEmpty()).toList();
    fields.check(
        "type",
        any.size() <= MOST_TYPES && any.stream().allMatch(type -> TYPE.matcher(type).matches()),
        "the names of at most " + MOST_TYPES + " types, such as AlertRaised");
    TimeSpan recorded = TimeSpan.of(fields, from, to);
    fields.throwIfAny();
    return new Accepted(about, any, by == null ? Map.of() : Map.of(actorName, by), recorded);
  }
}
