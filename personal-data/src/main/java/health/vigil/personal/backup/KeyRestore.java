package health.vigil.personal.backup;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.ledger.LedgerContent;
import health.vigil.personal.ledger.LedgerSecret;
import health.vigil.personal.ledger.UnusableLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;

/**
 * Brings keys back from a backup: those of patients who have none, and nobody's who is erased. A
 * key that is there stays as it is. All of it is done, or nothing; doing it again changes nothing.
 */
public final class KeyRestore {
  private static final int AT_ONCE = 500;

  private final DataSource database;
  private final BackupSecret secret;
  private final LedgerSecret ledgerSecret;

  public KeyRestore(DataSource database, BackupSecret secret, LedgerSecret ledgerSecret) {
    this.database = database;
    this.secret = secret;
    this.ledgerSecret = ledgerSecret;
  }

  /**
   * What came of it.
   *
   * @param backup what the file says of itself
   * @param log which the keys came back to
   * @param ledgerLines how many lines of the ledger counted; empty when it was not looked at
   * @param restored keys that came back
   * @param present keys that were there already, just as in the backup
   * @param kept patients with a key here that is another, or is wrapped otherwise: it stays
   * @param erased patients who are erased, and stay so
   */
  public record Result(
      BackupHeader backup,
      LogEnd log,
      OptionalInt ledgerLines,
      long restored,
      long present,
      long kept,
      long erased) {}

  /**
   * Looks at the whole file and the whole ledger before anything is changed, and at the file once
   * more while it is: what is restored is what was looked at.
   *
   * @param ledger the file of the erasures; without it only the log tells who is erased
   * @param now after the backup's end nothing is brought back
   * @throws UnusableBackup when the file was changed or has expired
   * @throws UnusableLedger when the ledger can not be read, or one of its lines does not hold
   */
  public Result run(Path file, Optional<Path> ledger, Instant now, Progress progress)
      throws IOException, SQLException {
    BackupFile backup = BackupFile.checked(file, secret, now);
    Optional<LedgerContent> noted = ledger.map(path -> LedgerContent.holding(path, ledgerSecret));
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Map<String, Instant> erased = ErasedSince.of(connection, noted);
      LogEnd log = LogEnd.of(connection);
      Counts counts = new Counts();
      Batch batch =
          new Batch(new RestoredRows(connection, erased), counts, backup.header(), progress);
      backup.each(batch::add);
      batch.finish();
      new RestoredRows(connection, erased).destroyAll();
      if (counts.restored > 0) {
        forgetSnapshots(connection);
      }
      connection.commit();
      return counts.result(backup.header(), log, lines(noted));
    }
  }

  /**
   * Some may have been taken while a birth date could not be opened; others are made by themselves.
   */
  private static void forgetSnapshots(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM vigil.snapshots");
    }
  }

  private static OptionalInt lines(Optional<LedgerContent> ledger) {
    return ledger.stream().mapToInt(LedgerContent::lines).findFirst();
  }

  /** How many rows came to which end. */
  static final class Counts {
    long restored;
    long present;
    long kept;
    long erased;

    long all() {
      return restored + present + kept + erased;
    }

    Result result(BackupHeader header, LogEnd log, OptionalInt ledgerLines) {
      return new Result(header, log, ledgerLines, restored, present, kept, erased);
    }
  }

  /** Rows that are looked up and written together. */
  private static final class Batch {
    private final RestoredRows rows;
    private final Counts counts;
    private final long of;
    private final Progress progress;
    private final List<KeyRow> waiting = new ArrayList<>();

    Batch(RestoredRows rows, Counts counts, BackupHeader header, Progress progress) {
      this.rows = rows;
      this.counts = counts;
      this.of = header.living() + header.erased();
      this.progress = progress;
    }

    void add(KeyRow row) throws SQLException {
      waiting.add(row);
      if (waiting.size() == AT_ONCE) {
        finish();
      }
    }

    void finish() throws SQLException {
      rows.restore(waiting, counts);
      waiting.clear();
      progress.at(counts.all(), of);
    }
  }
}
