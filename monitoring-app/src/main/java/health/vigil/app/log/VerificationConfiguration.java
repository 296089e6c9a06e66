package health.vigil.app.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often this node verifies the whole log. */
@ConfigMapping(prefix = "vigil.log.verification")
interface VerificationConfiguration {
  /** From the end of one verification to the next; none are made when it is zero. */
  @WithDefault("24h")
  Duration every();

  /** How long after the start the first one begins. */
  @WithDefault("10m")
  Duration firstAfter();
}
