package health.vigil.app.fhir.reading;

import ca.uhn.fhir.context.FhirContext;

/** HAPI's model of FHIR R4, made when it is first asked for: that takes a moment. */
final class R4 {
  private R4() {}

  static FhirContext context() {
    return FhirContext.forR4Cached();
  }
}
