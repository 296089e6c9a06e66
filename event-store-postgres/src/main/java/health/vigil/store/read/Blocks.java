package health.vigil.store.read;

import health.vigil.store.ReadFilter;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGStatement;

/** Reads the log in the order of positions, block by block. */
final class Blocks {

  /** Rows of a block, at most. */
  static final int ROWS = 1000;

  /**
   * Positions that one statement looks at, at most, so that it ends soon although the filter leaves
   * little of them.
   */
  static final int SPAN = 100_000;

  private static final String EVENTS =
      "SELECT position, " + StoredEvent.COLUMNS + " FROM vigil.events WHERE position > ?";
  private static final String ALL = EVENTS + " ORDER BY position LIMIT " + ROWS;

  /** The last of the span always comes, and with it its position. */
  private static final String WANTED =
      "WITH span AS (SELECT least(? + "
          + SPAN
          + ", position) AS reaches FROM vigil.log_head) "
          + EVENTS
          + """
             AND position <= (SELECT reaches FROM span)
            AND (position = (SELECT reaches FROM span)
              OR (payload_type, coalesce(payload_revision, '')) NOT IN (SELECT * FROM unnest(?::text[], ?::text[])))
          ORDER BY position LIMIT\s"""
          + ROWS;

  private final Queries queries;

  Blocks(Queries queries) {
    this.queries = queries;
  }

  /** Whatever comes next. */
  Block next(long after) {
    return block(after, Long.MAX_VALUE, rows(ALL, statement -> statement.setLong(1, after)));
  }

  /** What comes next and is wanted. */
  Block next(long after, ReadFilter filter) {
    if (filter.excluded().isEmpty()) {
      return next(after);
    }
    List<StoredEvent> rows =
        rows(
            WANTED,
            statement -> {
              statement.setLong(1, after);
              statement.setLong(2, after);
              statement.setArray(3, texts(statement, filter.types()));
              statement.setArray(4, texts(statement, filter.revisions()));
            });
    return block(after, SPAN, rows);
  }

  private static Block block(long after, long span, List<StoredEvent> rows) {
    long upTo = rows.isEmpty() ? after : rows.get(rows.size() - 1).position();
    return new Block(after, upTo, rows, rows.size() < ROWS && upTo - after < span);
  }

  static Array texts(PreparedStatement statement, List<String> texts) throws SQLException {
    return statement.getConnection().createArrayOf("text", texts.toArray(String[]::new));
  }

  private List<StoredEvent> rows(String sql, Queries.Binding binding) {
    return queries.read(
        sql,
        statement -> {
          // Prepared by the server at once, so that numbers and times do not come as text.
          statement.unwrap(PGStatement.class).setPrepareThreshold(1);
          binding.apply(statement);
        },
        StoredEvent::of);
  }
}
