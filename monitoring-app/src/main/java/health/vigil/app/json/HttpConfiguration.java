package health.vigil.app.json;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is accepted over HTTP. */
@ConfigMapping(prefix = "vigil.http")
interface HttpConfiguration {
  /** The longest body of a request; no request of the API needs as much. */
  @WithDefault("64K")
  MemorySize maxBodySize();
}
