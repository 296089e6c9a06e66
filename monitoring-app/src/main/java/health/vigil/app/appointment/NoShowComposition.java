package health.vigil.app.appointment;

import health.vigil.noshow.NoShowRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the saga of no-shows its configured times. */
class NoShowComposition {
  @Produces
  @Singleton
  NoShowRules rules(AppointmentConfiguration configuration) {
    return new NoShowRules(configuration.noShowGrace());
  }
}
