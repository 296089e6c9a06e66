package health.vigil.personal.key;

import health.vigil.personal.master.Wrapped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keys in {@code vigil_keys.patient_key}. */
public final class PostgresKeyTable implements KeyTable {
  private final Statements database;

  /**
   * @param connections that are in no transaction and commit by themselves, whatever the thread is
   *     amid
   */
  public PostgresKeyTable(DataSource connections) {
    this.database = new Statements(connections);
  }

  @Override
  public Optional<KeyRow> find(String patient) {
    return database
        .rows(
            "SELECT patient, master, wrapped, erased_at FROM vigil_keys.patient_key"
                + " WHERE patient = ?",
            PostgresKeyTable::row,
            patient)
        .stream()
        .findFirst();
  }

  @Override
  public void add(String patient, Wrapped wrapped) {
    database.change(
        "INSERT INTO vigil_keys.patient_key (patient, master, wrapped) VALUES (?, ?, ?)"
            + " ON CONFLICT (patient) DO NOTHING",
        patient,
        wrapped.master(),
        wrapped.bytes());
  }

  @Override
  public void destroy(String patient, Instant at) {
    database.change(
        "INSERT INTO vigil_keys.patient_key AS k (patient, erased_at) VALUES (?, ?)"
            + " ON CONFLICT (patient) DO UPDATE"
            + " SET master = NULL, wrapped = NULL, erased_at = excluded.erased_at"
            + " WHERE k.erased_at IS NULL",
        patient,
        at.atOffset(ZoneOffset.UTC));
  }

  @Override
  public boolean replace(String patient, Wrapped old, Wrapped anew) {
    return database.change(
            "UPDATE vigil_keys.patient_key SET master = ?, wrapped = ?"
                + " WHERE patient = ? AND master = ? AND wrapped = ? AND erased_at IS NULL",
            anew.master(),
            anew.bytes(),
            patient,
            old.master(),
            old.bytes())
        == 1;
  }

  @Override
  public List<KeyRow> living(String after, int atMost) {
    return database.rows(
        "SELECT patient, master, wrapped, erased_at FROM vigil_keys.patient_key"
            + " WHERE erased_at IS NULL AND patient > ? ORDER BY patient LIMIT ?",
        PostgresKeyTable::row,
        after,
        atMost);
  }

  @Override
  public Set<String> masters() {
    return Set.copyOf(
        database.rows(
            "SELECT DISTINCT master FROM vigil_keys.patient_key WHERE master IS NOT NULL",
            row -> row.getString(1)));
  }

  @Override
  public long wrappedWithOthersThan(String master) {
    return database
        .rows(
            "SELECT count(*) FROM vigil_keys.patient_key WHERE master <> ?",
            row -> row.getLong(1),
            master)
        .get(0);
  }

  @Override
  public List<KeyRow> wrappedWithOthersThan(String master, String after, int atMost) {
    return database.rows(
        "SELECT patient, master, wrapped, erased_at FROM vigil_keys.patient_key"
            + " WHERE master <> ? AND patient > ? ORDER BY patient LIMIT ?",
        PostgresKeyTable::row,
        master,
        after,
        atMost);
  }

  private static KeyRow row(ResultSet row) throws SQLException {
    byte @Nullable [] wrapped = row.getBytes("wrapped");
    @Nullable OffsetDateTime erasedAt = row.getObject("erased_at", OffsetDateTime.class);
    return new KeyRow(
        row.getString("patient"),
        wrapped == null ? null : new Wrapped(row.getString("master"), wrapped),
        erasedAt == null ? null : erasedAt.toInstant());
  }

  /** Statements, each with a connection of its own. */
  private record Statements(DataSource connections) {
    private interface Reader<T> {
      T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Reader<T> reader, Object... values) {
      try (Connection connection = connections.getConnection();
          PreparedStatement statement = prepared(connection, sql, values);
          ResultSet row = statement.executeQuery()) {
        List<T> rows = new ArrayList<>();
        while (row.next()) {
          rows.add(reader.read(row));
        }
        return rows;
      } catch (SQLException failed) {
        throw unavailable(failed);
      }
    }

    int change(String sql, Object... values) {
      try (Connection connection = connections.getConnection();
          PreparedStatement statement = prepared(connection, sql, values)) {
        return statement.executeUpdate();
      } catch (SQLException failed) {
        throw unavailable(failed);
      }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values)
        throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int at = 0; at < values.length; at++) {
        statement.setObject(at + 1, values[at]);
      }
      return statement;
    }

    private static KeysUnavailable unavailable(SQLException failed) {
      return new KeysUnavailable("The table of patients' keys can not be used now", failed);
    }
  }
}
