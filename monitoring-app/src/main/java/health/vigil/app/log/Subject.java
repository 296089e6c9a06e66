package health.vigil.app.log;

import health.vigil.axon.command.EventAnnotation;
import health.vigil.patient.ConcernsPatient;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/** Notes on each event about a patient which patient it is about; histories are found by it. */
@Singleton
class Subject implements EventAnnotation {

  @Override
  public Map<String, ?> of(EventMessage<?> event) {
    return event.getPayload() instanceof ConcernsPatient about
        ? Map.of(EventMetadata.SUBJECT, about.patientId().value())
        : Map.of();
  }
}
