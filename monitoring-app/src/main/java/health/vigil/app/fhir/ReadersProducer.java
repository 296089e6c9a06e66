package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.MrnSystems;
import health.vigil.app.rules.ClinicalSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Readers as they are configured. */
class ReadersProducer {
  @Produces
  @Singleton
  MrnSystems systems(FhirConfiguration configuration) {
    return new MrnSystems(configuration.mrnSystems().orElse(List.of()));
  }

  /** What makes a set of Observations, and a number the one of a patient. */
  @Produces
  @Singleton
  ClinicalSettings told(FhirConfiguration configuration) {
    return book -> {
      book.rule("vigil.fhir.set-span", configuration.setSpan());
      configuration
          .mrnSystems()
          .ifPresent(
              systems -> book.rule("vigil.fhir.mrn-systems", systems.stream().sorted().toList()));
    };
  }
}
