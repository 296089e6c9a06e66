package health.vigil.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Every row of some tables as PostgreSQL writes it, each column of it, in an order that does not
 * depend on how the rows came there.
 */
record TableDump(Map<String, List<String>> rows) {
  static TableDump of(DataSource dataSource, List<String> tables) {
    Map<String, List<String>> rows = new TreeMap<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        rows.put(table, rows(statement, table));
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return new TableDump(rows);
  }

  private static List<String> rows(Statement statement, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery("select t::text from vigil." + table + " t")) {
      while (found.next()) {
        rows.add(found.getString(1));
      }
    }
    rows.sort(null);
    return rows;
  }

  /** The rows that only one of the two has: a minus for those here, a plus for those there. */
  List<String> differences(TableDump other) {
    List<String> found = new ArrayList<>();
    for (String table : rows.keySet()) {
      only(table, this, other).forEach(row -> found.add("-" + table + row));
      only(table, other, this).forEach(row -> found.add("+" + table + row));
    }
    return found;
  }

  private static List<String> only(String table, TableDump one, TableDump other) {
    Map<String, Integer> counts = new TreeMap<>();
    one.of(table).forEach(row -> counts.merge(row, 1, Integer::sum));
    other.of(table).forEach(row -> counts.merge(row, -1, Integer::sum));
    List<String> only = new ArrayList<>();
    counts.forEach(
        (row, surplus) -> {
          for (int i = 0; i < surplus; i++) {
            only.add(row);
          }
        });
    return only;
  }

  List<String> of(String table) {
    return rows.getOrDefault(table, List.of());
  }
}
