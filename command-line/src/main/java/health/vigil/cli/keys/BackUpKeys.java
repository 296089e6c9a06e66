package health.vigil.cli.keys;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.cli.place.Api;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.cli.terminal.ExitCode;
import health.vigil.cli.terminal.ProgressLine;
import health.vigil.cli.terminal.Terminal;
import health.vigil.cli.terminal.Verb;
import health.vigil.personal.backup.BackupHeader;
import health.vigil.personal.backup.KeyBackup;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the wrapped keys of patients into a file. */
@Command(
    name = "backup",
    header = "Back up the keys of all patients, as wrapped as they are.",
    description = {
      "Writes one file, for nobody else to read, straight from the database: the application may run or not. Without the master keys it opens nothing, and once it has expired no key comes back from it.",
      "Back up the log first and the keys after it, and keep the two apart."
    })
final class BackUpKeys extends Verb {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Surroundings surroundings;

  @Option(names = "--to", paramLabel = "FILE", required = true, description = "The new file.")
  private Path file = Path.of("");

  @Option(
      names = "--for",
      paramLabel = "30d",
      description = "When it expires: 12h, 30d; at most 366 days (30d).")
  private String lifetime = "30d";

  BackUpKeys(Terminal terminal, Surroundings surroundings) {
    super(terminal);
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Duration asked = lifetime();
    BackupHeader written = write(KeyStorage.of(surroundings), asked);
    if (isForPrograms()) {
      print(json(written));
    } else {
      tell(written);
    }
    return ExitCode.WELL;
  }

  private Duration lifetime() {
    Duration asked =
        lifetime.matches("[1-9]\\d{0,4}[hd]")
            ? Duration.ofHours(
                Long.parseLong(lifetime.replaceAll("\\D", "")) * (lifetime.endsWith("d") ? 24 : 1))
            : Duration.ZERO;
    if (asked.isZero() || asked.compareTo(LONGEST) > 0) {
      throw wrongUse("--for is a time such as 12h or 30d, and 366 days at most.");
    }
    return asked;
  }

  private BackupHeader write(KeyStorage storage, Duration asked) {
    try (ProgressLine progress = terminal.progress("keys")) {
      return new KeyBackup(storage.database().dataSource(), storage.secret())
          .write(file, Instant.now(), asked, progress::at);
    } catch (FileAlreadyExistsException there) {
      throw new CouldNotLook("There is a file %s already: name a new one.".formatted(file), there);
    } catch (IOException failed) {
      throw new CouldNotLook(
          "The file %s can not be written (%s).".formatted(file, failed.getClass().getSimpleName()),
          failed);
    } catch (SQLException failed) {
      throw storage.trouble(failed);
    }
  }

  private ObjectNode json(BackupHeader written) {
    ObjectNode json =
        Api.JSON
            .createObjectNode()
            .put("file", file.toString())
            .put("living", written.living())
            .put("erased", written.erased())
            .put("expiresAt", written.expiresAt().toString())
            .put("position", written.position());
    written.masters().forEach(json.putArray("masterKeys")::add);
    return json;
  }

  private void tell(BackupHeader written) {
    terminal.say(
        "%,d keys are in %s, and that %,d patients are erased."
            .formatted(written.living(), file, written.erased()));
    terminal.say("log", "epoch " + written.epoch() + ", up to position " + written.position());
    terminal.say("expires", written.expiresAt());
    terminal.say(
        "opened by",
        written.masters().isEmpty()
            ? "no master key: there are no keys"
            : "the master key " + String.join(", ", written.masters()) + ", which is not in it");
  }
}
