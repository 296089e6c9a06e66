package health.vigil.app.log;

import health.vigil.patient.ConcernsPatient;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Notes on each event about a patient which patient it is about; histories are found by it. */
@Singleton
class Subject {
  private static final int BEFORE_ANY_COMMAND = 100;

  private final EventStore events;
  private @Nullable Registration registration;

  Subject(EventStore events) {
    this.events = events;
  }

  void register(@Observes @Priority(BEFORE_ANY_COMMAND) StartupEvent start) {
    registration = events.registerDispatchInterceptor(all -> (index, event) -> noted(event));
  }

  @PreDestroy
  void close() {
    if (registration != null) {
      registration.close();
    }
  }

  private static EventMessage<?> noted(EventMessage<?> event) {
    return event.getPayload() instanceof ConcernsPatient about
        ? event.andMetaData(Map.of(EventMetadata.SUBJECT, about.patientId().value()))
        : event;
  }
}
