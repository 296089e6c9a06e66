package health.vigil.app.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.vigil.app.fhir.reading.FhirBodies;
import health.vigil.app.fhir.reading.Outcomes;
import health.vigil.app.thread.Daemons;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets the library of FHIR look through its own classes while nobody waits: the first request
 * would, for seconds, and a refusal is written on a thread that serves others too. The start does
 * not wait for it.
 */
@Singleton
class FhirWarmUp {
  private static final byte[] OBSERVATION =
      """
      {"resourceType":"Observation","status":"final","code":{"text":"none"},
       "effectiveDateTime":"2026-11-23T08:00:00Z","valueQuantity":{"value":1,"code":"/min"}}
      """
          .getBytes(UTF_8);

  private final FhirBodies bodies;

  FhirWarmUp(FhirBodies bodies) {
    this.bodies = bodies;
  }

  void start(@Observes StartupEvent started) {
    Daemons.thread("fhir-warm-up", this::look).start();
  }

  private void look() {
    bodies.observation(OBSERVATION);
    Outcomes.json(Outcomes.of(List.of()));
  }
}
