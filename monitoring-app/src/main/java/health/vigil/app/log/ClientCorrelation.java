package health.vigil.app.log;

import jakarta.inject.Singleton;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;

/** Hands on which client a request came from, beside what every message hands on. */
@Singleton
class ClientCorrelation extends SimpleCorrelationDataProvider {
  ClientCorrelation() {
    super(EventMetadata.CLIENT);
  }
}
