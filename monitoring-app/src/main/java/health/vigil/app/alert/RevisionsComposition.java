package health.vigil.app.alert;

import health.vigil.alert.AlertRevisions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Lets the log's older revisions of alerts' events be read. */
class RevisionsComposition {
  @Produces
  @Singleton
  EventUpcaster alertRevisions() {
    return AlertRevisions.upcasters();
  }
}
