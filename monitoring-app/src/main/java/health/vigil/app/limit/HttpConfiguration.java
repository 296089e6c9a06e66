package health.vigil.app.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** What is accepted over HTTP. */
@ConfigMapping(prefix = "vigil.http")
interface HttpConfiguration {
  /** The longest body of a request; no request of the API needs as much. */
  @WithDefault("64K")
  MemorySize maxBodySize();

  /** Requests of the API at once, streams apart; more are told to come again. */
  @WithDefault("500")
  @Min(1)
  int maxRequests();
}
