package health.vigil.personal.backup;

import health.vigil.personal.key.KeyRow;
import health.vigil.personal.master.Wrapped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of a backup on their way into the table. */
final class RestoredRows {
  /** Who is erased gets the row that says so: a row that is missing is a key that is lost. */
  private static final String DESTROY =
      "INSERT INTO vigil_keys.patient_key AS k (patient, erased_at) VALUES (?, ?)"
          + " ON CONFLICT (patient) DO UPDATE"
          + " SET master = NULL, wrapped = NULL, erased_at = excluded.erased_at"
          + " WHERE k.erased_at IS NULL";

  private static final String ADD =
      "INSERT INTO vigil_keys.patient_key (patient, master, wrapped) VALUES (?, ?, ?)"
          + " ON CONFLICT (patient) DO NOTHING";

  private final Connection connection;
  private final Map<String, Instant> erased;

  /**
   * @param erased who is erased by now, and when that was
   */
  RestoredRows(Connection connection, Map<String, Instant> erased) {
    this.connection = connection;
    this.erased = erased;
  }

  void restore(List<KeyRow> backup, KeyRestore.Counts counts) throws SQLException {
    Map<String, KeyRow> present = present(backup);
    try (PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement destroy = connection.prepareStatement(DESTROY)) {
      for (KeyRow row : backup) {
        restore(row, present.get(row.patient()), add, destroy, counts);
      }
      add.executeBatch();
      destroy.executeBatch();
    }
  }

  /** Also of those who came after the backup. */
  void destroyAll() throws SQLException {
    try (PreparedStatement destroy = connection.prepareStatement(DESTROY)) {
      for (Map.Entry<String, Instant> each : erased.entrySet()) {
        add(destroy, each.getKey(), each.getValue().atOffset(ZoneOffset.UTC));
      }
      destroy.executeBatch();
    }
  }

  private void restore(
      KeyRow row,
      @Nullable KeyRow present,
      PreparedStatement add,
      PreparedStatement destroy,
      KeyRestore.Counts counts)
      throws SQLException {
    @Nullable Instant erasedAt = erasedAt(row, present);
    @Nullable Wrapped wrapped = row.wrapped();
    if (erasedAt != null || wrapped == null) {
      counts.erased++;
      Instant at = Objects.requireNonNull(erasedAt, "who has no key is erased");
      add(destroy, row.patient(), at.atOffset(ZoneOffset.UTC));
    } else if (present == null) {
      counts.restored++;
      add(add, row.patient(), wrapped.master(), wrapped.bytes());
    } else if (isSame(wrapped, present.wrapped())) {
      counts.present++;
    } else {
      counts.kept++;
    }
  }

  private @Nullable Instant erasedAt(KeyRow row, @Nullable KeyRow present) {
    if (present != null && present.erasedAt() != null) {
      return present.erasedAt();
    }
    return erased.getOrDefault(row.patient(), row.erasedAt());
  }

  private static boolean isSame(Wrapped one, @Nullable Wrapped other) {
    return other != null
        && one.master().equals(other.master())
        && Arrays.equals(one.bytes(), other.bytes());
  }

  private Map<String, KeyRow> present(List<KeyRow> backup) throws SQLException {
    Map<String, KeyRow> present = new HashMap<>();
    Array patients =
        connection.createArrayOf("text", backup.stream().map(KeyRow::patient).toArray());
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT patient, master, wrapped, erased_at FROM vigil_keys.patient_key"
                + " WHERE patient = ANY (?)")) {
      statement.setArray(1, patients);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          KeyRow found = KeyRows.read(row);
          present.put(found.patient(), found);
        }
      }
    }
    return present;
  }

  private static void add(PreparedStatement statement, Object... values) throws SQLException {
    for (int at = 0; at < values.length; at++) {
      statement.setObject(at + 1, values[at]);
    }
    statement.addBatch();
  }
}
