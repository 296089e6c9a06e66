package health.vigil.app.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether, how often and where checkpoints of the log are signed. */
@ConfigMapping(prefix = "vigil.log.checkpoints")
interface CheckpointConfiguration {
  /** Folder outside the database that they are written to; none are signed when it is not set. */
  Optional<Path> folder();

  /** File outside the database with the private key, Ed25519 in PEM. */
  Optional<Path> keyFile();

  /** The epoch of the log after a backup was restored; without it a new epoch is not signed. */
  Optional<String> restoredEpoch();

  /** How long after one the log is looked at again, and signed if it has grown. */
  @WithDefault("1m")
  Duration every();
}
