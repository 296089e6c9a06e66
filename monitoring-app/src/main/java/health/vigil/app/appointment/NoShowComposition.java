package health.vigil.app.appointment;

import health.vigil.app.rules.ClinicalSettings;
import health.vigil.noshow.NoShowRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the saga of no-shows its configured times, and tells them. */
class NoShowComposition {
  @Produces
  @Singleton
  NoShowRules rules(AppointmentConfiguration configuration) {
    return new NoShowRules(configuration.noShowGrace());
  }

  @Produces
  @Singleton
  ClinicalSettings told(AppointmentConfiguration configuration) {
    return book ->
        book.rule("vigil.appointment.time-zone", configuration.timeZone())
            .rule("vigil.appointment.no-show-grace", configuration.noShowGrace());
  }
}
