package health.vigil.app.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts notes into the table, all or none, in one statement. */
final class AccessTable {
  private static final String INSERT =
      """
      INSERT INTO vigil.access_log
        (actor, client, roles, method, path, patient, ward, alert, as_of, outcome, status, trace, times)
      SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::timestamptz[], ?::text[], ?::smallint[], ?::text[], ?::integer[])
      """;

  /** In the order of the columns. */
  private static final List<Function<AccessNote, @Nullable Object>> COLUMNS =
      List.of(
          AccessNote::actor,
          AccessNote::client,
          AccessNote::roles,
          AccessNote::method,
          AccessNote::path,
          AccessNote::patient,
          AccessNote::ward,
          AccessNote::alert,
          note -> note.asOf() == null ? null : note.asOf().toString(),
          note -> note.outcome().name(),
          note -> String.valueOf(note.status()),
          AccessNote::trace,
          note -> String.valueOf(note.times()));

  private AccessTable() {}

  /**
   * A crash of the database within the next half second may lose what was noted: answers are not
   * held up by its disk. Whatever is appended to the log flushes it.
   */
  static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET synchronous_commit = off");
    }
  }

  static void insert(Connection connection, List<AccessNote> notes) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (int column = 0; column < COLUMNS.size(); column++) {
        Object[] values = notes.stream().map(COLUMNS.get(column)).toArray();
        statement.setArray(column + 1, connection.createArrayOf("text", values));
      }
      statement.executeUpdate();
    }
  }
}
