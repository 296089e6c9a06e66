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
import health.vigil.personal.backup.KeyRestore;
import health.vigil.personal.backup.LogEnd;
import health.vigil.personal.backup.UnusableBackup;
import health.vigil.personal.ledger.UnusableLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings keys back from a file that {@code keys backup} wrote. */
@Command(
    name = "restore",
    header = "Bring back the keys that are missing, from a backup of keys.",
    description = {
      "Goes straight to the database, before the application is started. Who is erased, by the log or by the ledger of erasures, stays erased, and a key that is there stays as it is. It may be done again."
    })
final class RestoreKeys extends Verb {
  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "What ./vigil keys backup wrote.")
  private Path file = Path.of("");

  @Option(
      names = "--without-ledger",
      description =
          "Go by the log alone: who was erased after the backup of the log becomes readable again.")
  private boolean withoutLedger;

  RestoreKeys(Terminal terminal, Surroundings surroundings) {
    super(terminal);
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Optional<Path> ledger = withoutLedger ? Optional.empty() : Optional.of(ledger());
    KeyRestore.Result result = restore(KeyStorage.of(surroundings), ledger);
    if (isForPrograms()) {
      print(json(result));
    } else {
      tell(result);
    }
    return ExitCode.WELL;
  }

  private Path ledger() {
    Path ledger = surroundings.erasureLedger().orElseThrow(RestoreKeys::ledgerIsNotNamed);
    if (!Files.isReadable(ledger)) {
      throw new CouldNotLook(
          "There is no ledger of erasures at %s, which tells who must not come back: set VIGIL_ERASURE_LEDGER_FOLDER, or go by the log alone with --without-ledger."
              .formatted(ledger));
    }
    return ledger;
  }

  /** That of the data folder would be a demo's, and tell nothing of the patients there. */
  private static CouldNotLook ledgerIsNotNamed() {
    return new CouldNotLook(
        "With VIGIL_DATABASE_URL the ledger of erasures, which tells who must not come back, has to be named too: set VIGIL_ERASURE_LEDGER_FOLDER, or go by the log alone with --without-ledger.");
  }

  private KeyRestore.Result restore(KeyStorage storage, Optional<Path> ledger) {
    try (ProgressLine progress = terminal.progress("keys")) {
      return new KeyRestore(storage.database().writing(), storage.secret(), storage.ledgerSecret())
          .run(file, ledger, Instant.now(), progress::at);
    } catch (UnusableBackup unusable) {
      throw new CouldNotLook(
          "The file %s %s. Nothing was restored.".formatted(file, unusable.getMessage()), unusable);
    } catch (UnusableLedger unusable) {
      throw new CouldNotLook(unusable.getMessage() + " Nothing was restored.", unusable);
    } catch (NoSuchFileException none) {
      throw new CouldNotLook("There is no file %s.".formatted(none.getFile()), none);
    } catch (IOException failed) {
      throw new CouldNotLook(
          "The file %s can not be read (%s).".formatted(file, failed.getClass().getSimpleName()),
          failed);
    } catch (SQLException failed) {
      throw storage.trouble(failed);
    }
  }

  private static ObjectNode json(KeyRestore.Result result) {
    ObjectNode json =
        Api.JSON
            .createObjectNode()
            .put("restored", result.restored())
            .put("present", result.present())
            .put("kept", result.kept())
            .put("erased", result.erased())
            .put("madeAt", result.backup().madeAt().toString())
            .put("backupEpoch", result.backup().epoch())
            .put("backupPosition", result.backup().position())
            .put("logEpoch", result.log().epoch())
            .put("logPosition", result.log().position());
    result.ledgerLines().ifPresent(lines -> json.put("ledgerLines", lines));
    result.backup().masters().forEach(json.putArray("masterKeys")::add);
    return json;
  }

  private void tell(KeyRestore.Result result) {
    terminal.say(
        "%,d keys came back from the backup of %s."
            .formatted(result.restored(), result.backup().madeAt()));
    terminal.say("there already", "%,d".formatted(result.present()));
    if (result.kept() > 0) {
      terminal.say(
          "left alone",
          "%,d that are other keys here, or wrapped with another master key since"
              .formatted(result.kept()));
    }
    terminal.say("erased", "%,d, who stay erased".formatted(result.erased()));
    terminal.say("ledger", ledger(result.ledgerLines()));
    tellOfAnotherLog(result.backup(), result.log());
    if (!result.backup().masters().isEmpty()) {
      terminal.say("opened by", "the master key " + String.join(", ", result.backup().masters()));
    }
  }

  private void tellOfAnotherLog(BackupHeader backup, LogEnd log) {
    if (!backup.epoch().equals(log.epoch())) {
      terminal.say(
          "other epoch",
          "the backup is of epoch %s, this log of %s: it is another log, or was restored before"
              .formatted(backup.epoch(), log.epoch()));
    }
    if (backup.position() > log.position()) {
      terminal.say(
          "log ends",
          "at position %d, and the backup was made at %d: who came between has a key, and is not in this log"
              .formatted(log.position(), backup.position()));
    }
  }

  private static String ledger(OptionalInt lines) {
    return lines.isPresent()
        ? "%,d lines, which hold".formatted(lines.getAsInt())
        : "none: by the log alone";
  }
}
