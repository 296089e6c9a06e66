package health.vigil.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The tables of the projections, row for row. */
public final class ReadModels {
  private static final String PROCESSORS =
      "'ward-board', 'patient-chart', 'alert-inbox', 'day-list'";
  private final DataSource owner;

  public ReadModels(DataSource owner) {
    this.owner = owner;
  }

  /** Each table's rows as sorted text. */
  public SortedMap<String, List<String>> dump() {
    SortedMap<String, List<String>> tables = new TreeMap<>();
    for (String table : tables()) {
      tables.put(table, texts("SELECT t::text FROM vigil." + table + " t ORDER BY 1"));
    }
    return tables;
  }

  /**
   * Empties the tables and forgets how far the projections were: the next start builds them from
   * the log.
   */
  public void forget() {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables()) {
        statement.execute("DELETE FROM vigil." + table);
      }
      statement.execute("DELETE FROM vigil.tokens WHERE processor_name IN (" + PROCESSORS + ")");
    } catch (SQLException e) {
      throw new IllegalStateException("the read models can not be emptied", e);
    }
  }

  /** Whether every processor, sagas too, has handled the log up to this position. */
  public boolean caughtUp(long head) {
    List<String> behind =
        texts(
            "SELECT processor_name FROM vigil.tokens WHERE token IS NULL OR"
                + " (token::json ->> 'globalIndex')::bigint < "
                + head);
    return behind.isEmpty() && texts("SELECT processor_name FROM vigil.tokens").size() >= 7;
  }

  /** Events that a handler could not handle. */
  public List<String> parked() {
    return texts("SELECT processing_group || ' ' || cause_message FROM vigil.dead_letters");
  }

  private List<String> tables() {
    return texts(
        "SELECT name FROM vigil.read_model_table UNION SELECT 'projection_progress' ORDER BY 1");
  }

  private List<String> texts(String sql) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException("not to be read: " + sql, e);
    }
  }
}
