package health.vigil.personal.backup;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.master.Wrapped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** All keys and the end of the log, as they are at one moment. */
final class KeyRows implements AutoCloseable {
  private static final int AT_ONCE = 1_000;
  private static final String COUNT = "SELECT count(*) FROM vigil_keys.patient_key WHERE ";

  private final Connection connection;

  private KeyRows(Connection connection) {
    this.connection = connection;
  }

  /** Takes the keys, one by one. */
  @FunctionalInterface
  interface Reader {
    void row(KeyRow row);
  }

  static KeyRows reading(DataSource database) throws SQLException {
    Connection connection = database.getConnection();
    try {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return new KeyRows(connection);
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
  }

  long living() throws SQLException {
    return one(COUNT + "erased_at IS NULL", row -> row.getLong(1));
  }

  long erased() throws SQLException {
    return one(COUNT + "erased_at IS NOT NULL", row -> row.getLong(1));
  }

  LogEnd endOfLog() throws SQLException {
    return LogEnd.of(connection);
  }

  SortedSet<String> masters() throws SQLException {
    SortedSet<String> masters = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DISTINCT master FROM vigil_keys.patient_key WHERE master IS NOT NULL")) {
      while (row.next()) {
        masters.add(row.getString(1));
      }
    }
    return masters;
  }

  void each(Reader reader) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT patient, master, wrapped, erased_at FROM vigil_keys.patient_key"
                + " ORDER BY patient")) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reader.row(read(row));
        }
      }
    }
  }

  /** A row of patient, master, wrapped, erased_at. */
  static KeyRow read(ResultSet row) throws SQLException {
    byte @Nullable [] wrapped = row.getBytes("wrapped");
    @Nullable OffsetDateTime erasedAt = row.getObject("erased_at", OffsetDateTime.class);
    return new KeyRow(
        row.getString("patient"),
        wrapped == null ? null : new Wrapped(row.getString("master"), wrapped),
        erasedAt == null ? null : erasedAt.toInstant());
  }

  @FunctionalInterface
  private interface Value<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T one(String sql, Value<T> value) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return value.of(row);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.close();
  }
}
