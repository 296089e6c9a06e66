package health.vigil.app.rules;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Which rules are as this version brings them. */
@Singleton
class ReleaseDefaults {
  private final Config config;

  ReleaseDefaults(Config config) {
    this.config = config;
  }

  /**
   * The keys, of these, that have a default and that nobody has configured: whatever is configured
   * ranks above zero.
   */
  Set<String> among(Collection<String> keys) {
    return keys.stream().filter(this::isDefault).collect(Collectors.toSet());
  }

  private boolean isDefault(String key) {
    var value = config.getConfigValue(key);
    return value.getValue() != null && value.getSourceOrdinal() < 0;
  }
}
