package health.vigil.app.fhir.reading;

import health.vigil.patient.PatientId;
import org.jspecify.annotations.Nullable;

/** How an Observation says whose it is; nothing here says that there is such a patient. */
public sealed interface SubjectReference {
  /** {@code Patient/{id}}, by our own id. */
  record ById(PatientId patientId) implements SubjectReference {}

  /**
   * By medical record number: an identifier, or {@code Patient?identifier=system|value}.
   *
   * @param system null when none was given
   */
  record ByIdentifier(@Nullable String system, String value) implements SubjectReference {
    @Override
    public String toString() {
      return "ByIdentifier[masked]";
    }
  }

  /** The fullUrl of a Patient in the same Bundle, {@code urn:uuid:…} or an absolute URL. */
  record ByFullUrl(String url) implements SubjectReference {
    @Override
    public String toString() {
      return "ByFullUrl[masked]";
    }
  }
}
