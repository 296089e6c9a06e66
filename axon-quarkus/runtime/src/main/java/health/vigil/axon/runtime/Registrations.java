package health.vigil.axon.runtime;

import java.util.Objects;
import org.axonframework.common.Registration;

/** Registrations that hold as long as what they are registered with. */
final class Registrations {

  private Registrations() {}

  static void kept(Registration registration) {
    Objects.requireNonNull(registration);
  }
}
