package health.vigil.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Sets processors to the beginning of the log and all others, sagas too, to its end, from outside
 * the application, as if another node had done it: one that runs loses its claim, and takes up what
 * is stored.
 */
final class Rebuilds {
  static final Map<String, List<String>> TABLES =
      new TreeMap<>(
          Map.of(
              "ward-board", List.of("ward_board_bed", "ward_board_stay"),
              "patient-chart", List.of("patient_directory", "chart_observation", "chart_plan"),
              "alert-inbox", List.of("alert_inbox"),
              "day-list", List.of("day_list")));

  private static final String TO_THE_END =
      """
      UPDATE vigil.tokens SET token = '{"globalIndex":' || (SELECT position FROM vigil.log_head) || '}',
        token_type = 'org.axonframework.eventhandling.GlobalSequenceTrackingToken'
      """;

  /** Another node claims them; after its silence of 10 seconds the application takes over. */
  private static final String TO_THE_BEGINNING =
      """
      UPDATE vigil.tokens SET token = NULL, token_type = NULL, owner = 'another node', touched_at = '%2$s'
      WHERE processor_name = '%1$s'
      """;

  private static final String BEGUN =
      "SELECT count(*) FROM vigil.tokens WHERE owner <> 'another node' AND processor_name IN (%s)";
  private static final String BEHIND =
      """
      SELECT count(*) FROM vigil.tokens
      WHERE token IS NULL OR (token::json ->> 'globalIndex')::bigint < (SELECT position FROM vigil.log_head)
      """;

  private static final String REACHED =
      """
      SELECT count(*) FROM vigil.tokens
      WHERE processor_name = '%s' AND (token::json ->> 'globalIndex')::bigint >= %d
      """;

  /** Long enough for the application to start. */
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final DataSource owner;

  Rebuilds(DataSource owner) {
    this.owner = owner;
  }

  /** Empties the tables of these processors and sets their tokens. */
  void prepare(Set<String> processors) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(TO_THE_END);
      for (String processor : processors) {
        statement.execute(TO_THE_BEGINNING.formatted(processor, Instant.now().plus(AWAY)));
        statement.execute(
            "DELETE FROM vigil.projection_progress WHERE projection = '" + processor + "'");
        for (String table : TABLES.getOrDefault(processor, List.of())) {
          statement.execute("TRUNCATE vigil." + table);
        }
      }
      connection.commit();
    }
    vacuum();
  }

  /** Sets these processors, which nobody runs, to the end of the log. */
  void skip(Set<String> processors) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(TO_THE_END + " WHERE processor_name IN (" + names(processors) + ")");
    }
    vacuum();
  }

  /** So that no measurement pays for what the one before left behind. */
  private void vacuum() throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM ANALYZE");
    }
  }

  boolean begun(Set<String> processors) throws SQLException {
    return number(BEGUN.formatted(names(processors))) > 0;
  }

  private static String names(Set<String> processors) {
    return "'" + String.join("', '", processors) + "'";
  }

  boolean done() throws SQLException {
    return number(BEHIND) == 0;
  }

  /** Whether a processor has come so far. */
  boolean reached(String processor, long position) throws SQLException {
    return number(REACHED.formatted(processor, position)) > 0;
  }

  long head() throws SQLException {
    return number("SELECT position FROM vigil.log_head");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
