package health.vigil.app.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How reads behave. */
@ConfigMapping(prefix = "vigil.read")
interface ReadConfiguration {
  /** How long a read waits for the position that the client asks for. */
  @WithDefault("5s")
  Duration minPositionTimeout();
}
