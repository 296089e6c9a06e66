package health.vigil.app.access;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** The configuration with something else than its defaults. */
final class Configured {
  private Configured() {}

  static AccessConfiguration with(Map<String, String> set) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(AccessConfiguration.class);
    set.forEach((key, value) -> builder.withDefaultValue("vigil.access." + key, value));
    return builder.build().getConfigMapping(AccessConfiguration.class);
  }
}
