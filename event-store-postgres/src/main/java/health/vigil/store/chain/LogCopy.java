package health.vigil.store.chain;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Rows of the log as PostgreSQL's binary COPY gives them: the fastest way there is. */
final class LogCopy {

  private static final int ROWS_A_BATCH = 1000;
  private static final int BYTES_A_BATCH = 1 << 20;

  /** Before the first row: a signature of 11 bytes, flags, the length of nothing. */
  private static final int HEADER = 19;

  /** The count of fields that stands for the end. */
  private static final byte END = -1;

  private final Taker taker;
  private List<byte[]> rows = new ArrayList<>(ROWS_A_BATCH);
  private long size;

  private LogCopy(Taker taker) {
    this.taker = taker;
  }

  /** Takes rows, none of which were given before. */
  interface Taker {
    void take(List<byte[]> rows) throws InterruptedException;
  }

  /** Gives away the events from one position to another, both included, in their order. */
  static void of(PGConnection postgres, long from, long to, Taker taker)
      throws SQLException, IOException, InterruptedException {
    CopyOut copy = postgres.getCopyAPI().copyOut(statement(from, to));
    try {
      new LogCopy(taker).read(copy);
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static String statement(long from, long to) {
    return ("COPY (SELECT %s FROM vigil.events WHERE position BETWEEN %s AND %s ORDER BY position)"
            + " TO STDOUT (FORMAT binary)")
        .formatted(StoredRow.COLUMNS, Long.toString(from), Long.toString(to));
  }

  /** PostgreSQL sends a message a row; the first begins with the header. */
  private void read(CopyOut copy) throws SQLException, InterruptedException {
    byte[] first = copy.readFromCopy();
    if (first != null) {
      take(Arrays.copyOfRange(first, HEADER, first.length));
      for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
        take(row);
      }
    }
    giveAway();
  }

  private void take(byte[] row) throws InterruptedException {
    if (row[0] == END) {
      return;
    }
    rows.add(row);
    size += row.length;
    if (rows.size() == ROWS_A_BATCH || size >= BYTES_A_BATCH) {
      giveAway();
    }
  }

  private void giveAway() throws InterruptedException {
    if (!rows.isEmpty()) {
      taker.take(rows);
      rows = new ArrayList<>(ROWS_A_BATCH);
      size = 0;
    }
  }
}
