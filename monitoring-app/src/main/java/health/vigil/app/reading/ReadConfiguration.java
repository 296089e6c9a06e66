package health.vigil.app.reading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How reads behave. */
@ConfigMapping(prefix = "vigil.read")
public interface ReadConfiguration {
  /** How long a read waits for the position that the client asks for. */
  @WithDefault("5s")
  Duration minPositionTimeout();

  /** How many look at the past at once; others wait for a place as long as for a position. */
  @WithDefault("4")
  @Min(1)
  int pastAtOnce();
}
