package health.vigil.app.stream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the live stream behaves. */
@ConfigMapping(prefix = "vigil.stream")
interface StreamConfiguration {
  /** How often a quiet stream tells that it is alive, and how far it has got. */
  @WithDefault("15s")
  Duration heartbeat();

  /** How many streams this node serves at once. */
  @WithDefault("200")
  @Min(1)
  int atMost();

  /** How many events a stream reads at once, and holds at most. */
  @WithDefault("64")
  @Min(1)
  @Max(1000)
  int batchSize();

  /** A client that takes nothing for so long is let go; it resumes when it comes back. */
  @WithDefault("60s")
  Duration stalledAfter();
}
