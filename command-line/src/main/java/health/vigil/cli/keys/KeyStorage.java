package health.vigil.cli.keys;

import health.vigil.cli.place.Database;
import health.vigil.cli.place.DatabaseTrouble;
import health.vigil.cli.place.Surroundings;
import health.vigil.cli.terminal.CouldNotLook;
import health.vigil.personal.backup.BackupSecret;
import health.vigil.personal.ledger.LedgerSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Where keys are, and the secrets that sign their backups and the ledger of erasures: all are there
 * without an application.
 */
record KeyStorage(Database database, BackupSecret secret, LedgerSecret ledgerSecret) {
  private static final String NO_TABLE = "42P01";
  private static final String NO_SCHEMA = "3F000";

  static KeyStorage of(Surroundings surroundings) {
    return of(Database.of(surroundings), surroundings.serverSecret());
  }

  private static KeyStorage of(Database database, Path file) {
    try {
      byte[] secret = Files.readAllBytes(file);
      return new KeyStorage(database, new BackupSecret(secret), LedgerSecret.ofServer(secret));
    } catch (IOException | IllegalArgumentException unusable) {
      throw new CouldNotLook(
          "The server's secret, which signs backups of keys, is not in %s: set VIGIL_MRN_KEY_FILE to its file."
              .formatted(file),
          unusable);
    }
  }

  /** What the database answered, in a line that says what to do. */
  CouldNotLook trouble(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return state.equals(NO_TABLE) || state.equals(NO_SCHEMA)
        ? new CouldNotLook(
            "The database at %s lacks the schema vigil_keys or the log: a dump of the log has to bring the definitions of both, see docs/how-to/back-up-and-restore.md."
                .formatted(database.address()),
            failure)
        : DatabaseTrouble.of(database, failure);
  }
}
