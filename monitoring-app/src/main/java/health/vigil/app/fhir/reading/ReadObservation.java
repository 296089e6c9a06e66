package health.vigil.app.fhir.reading;

import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import health.vigil.monitoring.vitals.VitalSigns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one Observation says, in Vigil's terms, before anything is known about the patient.
 *
 * @param path where it stands, such as {@code Bundle.entry[3].resource}
 * @param content canonical, so that the same source with other content can be told
 * @param measuredAt there whenever the intent is to record or to amend
 * @param values only what this Observation carries; nothing when the intent is neither to record
 *     nor to amend, and never nothing (with the score from outside) when it is to record; an
 *     amendment that carries nothing takes back what the message said
 * @param vitals what {@code values} has a value or a reason for; the flow of oxygen counts as
 *     {@link Vital#SUPPLEMENTAL_OXYGEN}
 * @param notes what the sender should know, such as why there is nothing to record
 * @param expressions the element that gave a field of {@code values}, by the field's name
 */
public record ReadObservation(
    String path,
    SourceKey source,
    String content,
    SubjectReference subject,
    Intent intent,
    @Nullable Instant measuredAt,
    VitalSigns values,
    Set<Vital> vitals,
    @Nullable ExternalScore externalScore,
    @Nullable String device,
    List<Issue> notes,
    Map<String, String> expressions) {
  public ReadObservation {
    vitals = InEnumOrder.copyOf(Vital.class, vitals);
    notes = List.copyOf(notes);
    expressions = Map.copyOf(expressions);
  }

  /** The element that gave a field of the domain, else the whole resource. */
  public String expressionOf(String field) {
    return expressions.getOrDefault(field, path);
  }

  @Override
  public String toString() {
    return "ReadObservation[path=" + path + ", intent=" + intent + ", masked]";
  }
}
