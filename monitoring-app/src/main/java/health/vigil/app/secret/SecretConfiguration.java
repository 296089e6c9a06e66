package health.vigil.app.secret;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Where the server's secret lies. */
@ConfigMapping(prefix = "vigil.mrn")
interface SecretConfiguration {
  /** File with at least 32 random bytes, the same on every node and for the life of the log. */
  Optional<Path> keyFile();
}
