package health.vigil.rebuild;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How read models are rebuilt and verified. */
@ConfigMapping(prefix = "vigil.rebuild")
public interface RebuildConfiguration {
  /** Events in one transaction. */
  @WithDefault("500")
  int batchSize();

  /** The part of the time, above 0 up to 1, that a replay works; the rest is left to others. */
  @WithDefault("0.2")
  double share();

  /**
   * How long the switch waits for who uses the tables, before it lets them pass and tries again.
   */
  @WithDefault("400ms")
  Duration lockTimeout();

  /**
   * How often a node says that its run is alive, and looks for versions that are to be rolled out.
   */
  @WithDefault("5s")
  Duration heartbeat();

  /** After which silence a run counts as interrupted. */
  @WithDefault("30s")
  Duration silence();
}
