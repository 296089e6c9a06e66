package health.vigil.app.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How accesses are noted, and how long they are kept. */
@ConfigMapping(prefix = "vigil.access")
interface AccessConfiguration {
  /** How long accesses are kept; no less than 365 days, which the database sees to. */
  @WithDefault("1096d")
  Duration keep();

  /** Accesses that may wait to be noted. */
  @WithDefault("10000")
  @Min(1)
  int maxWaiting();

  /** Requests that were denied or failed, and may wait to be noted. */
  @WithDefault("1000")
  @Min(1)
  int maxRefusedWaiting();

  /** Requests of one actor a minute that were denied or failed and are noted one by one. */
  @WithDefault("60")
  @Min(1)
  int refusedAMinute();

  /** How long an answer with data waits until it is noted who gets it. */
  @WithDefault("5s")
  Duration maxWait();
}
