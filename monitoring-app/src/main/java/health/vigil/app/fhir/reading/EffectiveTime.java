package health.vigil.app.fhir.reading;

import health.vigil.app.json.Instants;
import java.time.Instant;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads when it was true: a time, or the end of a period; a day alone is no time. */
final class EffectiveTime {
  private static final String ACCEPTED =
      "accepted is a time with its zone such as 2026-11-23T08:00:00Z, or a period with such an end";

  private EffectiveTime() {}

  /** Where the time stands. */
  static String expression(Observation observation, String path) {
    Type effective = observation.getEffective();
    if (effective == null) {
      return path + ".effectiveDateTime";
    }
    String type = effective.fhirType();
    String element =
        path + ".effective" + Character.toUpperCase(type.charAt(0)) + type.substring(1);
    return effective instanceof Period ? element + ".end" : element;
  }

  /** Null with an issue. */
  static @Nullable Instant read(Observation observation, String path, Issues issues) {
    String text = text(observation.getEffective());
    Instant time = text == null ? null : Instants.of(text).orElse(null);
    if (time == null) {
      issues.add(
          text == null ? IssueType.REQUIRED : IssueType.VALUE,
          expression(observation, path),
          ACCEPTED);
    }
    return time;
  }

  private static @Nullable String text(@Nullable Type effective) {
    if (effective instanceof DateTimeType time) {
      return time.getValueAsString();
    }
    if (effective instanceof InstantType instant) {
      return instant.getValueAsString();
    }
    return effective instanceof Period period ? period.getEndElement().getValueAsString() : null;
  }
}
