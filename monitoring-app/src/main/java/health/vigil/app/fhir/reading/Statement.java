package health.vigil.app.fhir.reading;

import java.util.Locale;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an Observation or one of its components states.
 *
 * @param value null when there is none
 * @param absent why there is no value, null when that is not said
 */
record Statement(
    Meaning meaning, @Nullable Type value, @Nullable CodeableConcept absent, String path) {
  static Statement of(Meaning meaning, Observation observation, String path) {
    return new Statement(
        meaning,
        observation.getValue(),
        observation.hasDataAbsentReason() ? observation.getDataAbsentReason() : null,
        path);
  }

  static Statement of(Meaning meaning, ObservationComponentComponent component, String path) {
    return new Statement(
        meaning,
        component.getValue(),
        component.hasDataAbsentReason() ? component.getDataAbsentReason() : null,
        path);
  }

  /** The element that holds the value, as it is called in the JSON, or would be. */
  String valuePath() {
    String type = value == null ? meaning.valueType() : value.fhirType();
    return path + ".value" + type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
  }
}
