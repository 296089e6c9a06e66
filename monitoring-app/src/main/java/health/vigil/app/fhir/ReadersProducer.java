package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.MrnSystems;
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
}
