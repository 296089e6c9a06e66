package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.app.CheckpointFolder;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointPlaceTest {
  private static final Path KEY = CheckpointFolder.make().keyFile();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void without_a_folder_nothing_is_signed() {
    assertThat(CheckpointPlace.of(configured(null, KEY, MINUTE))).isEmpty();
  }

  @Test
  void a_folder_that_is_missing_is_made() {
    Path missing = folder.resolve("to/be/made");

    assertThat(CheckpointPlace.of(configured(missing, KEY, MINUTE))).isPresent();
    assertThat(missing).isDirectory();
  }

  @Test
  void what_is_wrong_stops_the_start_with_one_sentence() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "text");

    assertRefused(
        configured(folder, null, MINUTE),
        "vigil.log.checkpoints.key-file is not set, but vigil.log.checkpoints.folder is: it names a"
            + " file with a private key of Ed25519.");
    assertRefused(
        configured(folder, folder.resolve("none"), MINUTE),
        "The file that vigil.log.checkpoints.key-file names does not exist or can not be read.");
    assertRefused(
        configured(folder, text, MINUTE),
        "The file that vigil.log.checkpoints.key-file names holds no PRIVATE KEY in PEM.");
    assertRefused(
        configured(text, KEY, MINUTE),
        "The folder that vigil.log.checkpoints.folder names can not be written (FileAlreadyExistsException).");
    assertRefused(
        configured(folder, KEY, Duration.ZERO),
        "vigil.log.checkpoints.every is less than a tenth of a second.");
  }

  private static void assertRefused(CheckpointConfiguration configuration, String sentence) {
    assertThatThrownBy(() -> CheckpointPlace.of(configuration))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(sentence);
  }

  static CheckpointConfiguration configured(
      @Nullable Path folder, @Nullable Path keyFile, Duration every) {
    return new CheckpointConfiguration() {
      @Override
      public Optional<Path> folder() {
        return Optional.ofNullable(folder);
      }

      @Override
      public Optional<Path> keyFile() {
        return Optional.ofNullable(keyFile);
      }

      @Override
      public Optional<String> restoredEpoch() {
        return Optional.empty();
      }

      @Override
      public Duration every() {
        return every;
      }
    };
  }
}
