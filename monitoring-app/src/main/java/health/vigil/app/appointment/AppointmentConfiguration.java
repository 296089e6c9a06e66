package health.vigil.app.appointment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** How appointments are booked here. */
@ConfigMapping(prefix = "vigil.appointment")
interface AppointmentConfiguration {
  /**
   * Where the hospital's days begin. Collisions are found by local day: once there are bookings it
   * stays as it is.
   */
  @WithDefault("UTC")
  ZoneId timeZone();

  /** How long after the start a patient is still waited for before it is a no-show. */
  @WithDefault("15M")
  Duration noShowGrace();
}
