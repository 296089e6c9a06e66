package health.vigil.app.log;

import health.vigil.store.chain.CheckpointFile;
import health.vigil.store.chain.CheckpointLines;
import health.vigil.store.chain.SigningKey;
import health.vigil.store.chain.UnusableKeyException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The key and the file of this node's checkpoints, both known to be usable. */
record CheckpointPlace(SigningKey key, CheckpointFile file, Duration every) {
  private static final Logger LOG = Logger.getLogger(CheckpointPlace.class);
  private static final String FOLDER = "vigil.log.checkpoints.folder";
  private static final String KEY_FILE = "vigil.log.checkpoints.key-file";
  private static final Duration SHORTEST = Duration.ofMillis(100);

  /**
   * As configured; empty when no folder is.
   *
   * @throws ConfigurationException with one sentence that says what is wrong
   */
  static Optional<CheckpointPlace> of(CheckpointConfiguration configuration) {
    if (configuration.folder().isEmpty()) {
      return Optional.empty();
    }
    if (configuration.every().compareTo(SHORTEST) < 0) {
      throw new ConfigurationException(
          "vigil.log.checkpoints.every is less than a tenth of a second.");
    }
    SigningKey key = key(configuration);
    return Optional.of(
        new CheckpointPlace(key, file(configuration.folder().get(), key), configuration.every()));
  }

  private static SigningKey key(CheckpointConfiguration configuration) {
    Path file =
        configuration
            .keyFile()
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        KEY_FILE
                            + " is not set, but "
                            + FOLDER
                            + " is: it names a file with a private key of Ed25519."));
    try {
      return SigningKey.read(file);
    } catch (UnusableKeyException unusable) {
      throw new ConfigurationException(
          "The file that " + KEY_FILE + " names " + unusable.getMessage() + ".");
    }
  }

  private static CheckpointFile file(Path folder, SigningKey key) {
    try {
      return CheckpointFile.in(folder, key.verifyingKey());
    } catch (IOException unusable) {
      throw new ConfigurationException(
          "The folder that "
              + FOLDER
              + " names can not be written ("
              + unusable.getClass().getSimpleName()
              + ").");
    }
  }

  /** Somebody did not come to the end of a line: no harm, but worth to be known. */
  void tellBrokenLines() {
    try {
      List<Integer> broken = CheckpointLines.read(file.path()).broken();
      if (!broken.isEmpty()) {
        LOG.warnf(
            "Lines %s of the checkpoints are none: whoever wrote them did not come to the end.",
            broken);
      }
    } catch (IOException e) {
      LOG.warnf("The checkpoints can not be read (%s).", e.getClass().getSimpleName());
    }
  }
}
