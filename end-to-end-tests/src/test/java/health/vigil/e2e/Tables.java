package health.vigil.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.local.LocalPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Every column of every row of Vigil's schemas, as text; bytes are in hex. */
final class Tables {
  private static final String ALL =
      "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname LIKE 'vigil%'";

  private final LocalPostgres database;

  Tables(LocalPostgres database) {
    this.database = database;
  }

  private interface Row {
    void text(String table, String row);
  }

  /** What of it the rows hold, by table. */
  List<String> with(Traces traces) throws SQLException {
    List<String> found = new ArrayList<>();
    each(
        (table, row) ->
            traces.in(row.getBytes(UTF_8)).forEach(trace -> found.add(table + ": " + trace)));
    return found;
  }

  /** The tables with a row in which one of these stands. */
  List<String> naming(List<String> texts) throws SQLException {
    List<String> found = new ArrayList<>();
    Traces traces = new Traces(texts);
    each(
        (table, row) -> {
          if (!found.contains(table) && !traces.in(row.getBytes(UTF_8)).isEmpty()) {
            found.add(table);
          }
        });
    return found;
  }

  private void each(Row reader) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : names(statement)) {
        try (ResultSet row = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
          while (row.next()) {
            reader.text(table, row.getString(1));
          }
        }
      }
    }
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(ALL)) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    assertThat(tables).hasSizeGreaterThan(15);
    return tables;
  }

  /** As the owner of the schema. */
  void execute(String sql) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
