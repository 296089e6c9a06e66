package health.vigil.app.security;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** A configuration with these keys and defaults for the others. */
final class Configured {
  private Configured() {}

  static SecurityConfiguration with(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 100, new DurationConverter())
        .withMapping(SecurityConfiguration.class)
        .withDefaultValues(properties)
        .build()
        .getConfigMapping(SecurityConfiguration.class);
  }
}
