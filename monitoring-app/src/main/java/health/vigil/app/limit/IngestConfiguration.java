package health.vigil.app.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.OptionalInt;

/** How many readings are taken in at once. */
@ConfigMapping(prefix = "vigil.ingest")
interface IngestConfiguration {
  /**
   * Requests that bring readings, at once. Four a processor core, at least eight, when not said.
   */
  OptionalInt maxConcurrent();

  /** Requests that wait for a place; who comes when so many wait is refused at once. */
  @WithDefault("128")
  @Min(0)
  int maxWaiting();

  /** How long a request waits for a place before it is refused. */
  @WithDefault("250ms")
  Duration maxWait();

  /** How far alerting may be behind the log before less is taken in. */
  @WithDefault("2s")
  Duration maxAlertLag();
}
