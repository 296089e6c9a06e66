package health.vigil.app.log;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * The application's upcasters in one chain: every bean that is one, the highest priority first. An
 * old revision of an event becomes the present one wherever it is read.
 */
@Singleton
class Upcasters {
  private final EventUpcaster chain;

  Upcasters(@All List<EventUpcaster> upcasters) {
    this.chain = new EventUpcasterChain(upcasters);
  }

  EventUpcaster chain() {
    return chain;
  }
}
