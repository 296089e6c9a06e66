package health.vigil.store.append;

import health.vigil.store.append.Outcome.Collided;
import health.vigil.store.append.Outcome.Taken;
import health.vigil.store.append.Outcome.What;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One call of {@code vigil.append}: what goes there and what comes back. */
final class Appends {

  static final String CALL =
      "SELECT append, last_position, collision, place, held_by"
          + " FROM vigil.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** PostgreSQL reads any offset and cuts nothing. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);

  private final List<Pending> members;
  private final int[] appends;
  private final int[] firsts;
  private final EventRow[] rows;

  Appends(List<Pending> members) {
    this.members = members;
    int events = members.stream().mapToInt(append -> append.rows.size()).sum();
    this.appends = new int[events];
    this.firsts = new int[members.size()];
    this.rows = new EventRow[events];
    int event = 0;
    for (int append = 0; append < members.size(); append++) {
      firsts[append] = event;
      for (EventRow row : members.get(append).rows) {
        appends[event] = append;
        rows[event++] = row;
      }
    }
  }

  /** The outcome of each member, once the call has committed. */
  Map<Pending, Outcome> call(PreparedStatement statement) throws SQLException {
    Connection connection = statement.getConnection();
    statement.setObject(1, appends);
    array(connection, statement, 2, "text", EventRow::identifier);
    array(connection, statement, 3, "text", EventRow::stream);
    statement.setObject(4, sequences());
    array(connection, statement, 5, "text", EventRow::streamType);
    array(connection, statement, 6, "timestamptz", row -> time(row.occurredAt()));
    array(connection, statement, 7, "text", EventRow::type);
    array(connection, statement, 8, "text", EventRow::revision);
    array(connection, statement, 9, "text", EventRow::payload);
    array(connection, statement, 10, "text", EventRow::metadata);
    try (ResultSet answer = statement.executeQuery()) {
      return outcomes(answer);
    }
  }

  private Map<Pending, Outcome> outcomes(ResultSet answer) throws SQLException {
    Map<Pending, Outcome> outcomes = new HashMap<>();
    while (answer.next()) {
      Pending append = members.get(answer.getInt("append"));
      long last = answer.getLong("last_position");
      if (answer.wasNull()) {
        outcomes.merge(append, collided(answer), Appends::moreTelling);
      } else {
        outcomes.put(append, new Taken(last));
      }
    }
    return outcomes;
  }

  private Outcome collided(ResultSet answer) throws SQLException {
    int place = answer.getInt("place") - 1;
    What what = answer.getString("collision").equals("stream") ? What.PLACE : What.IDENTIFIER;
    return new Collided(what, place - firsts[appends[place]], answer.getLong("held_by"));
  }

  /** That it is the same event tells more than that its place is taken. */
  private static Outcome moreTelling(Outcome one, Outcome other) {
    boolean isOtherBetter =
        one instanceof Collided first
            && first.what() == What.PLACE
            && other instanceof Collided second
            && second.what() == What.IDENTIFIER;
    return isOtherBetter ? other : one;
  }

  private long[] sequences() {
    long[] sequences = new long[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sequences[i] = rows[i].sequence();
    }
    return sequences;
  }

  private void array(
      Connection connection, PreparedStatement statement, int parameter, String type, Column column)
      throws SQLException {
    String[] values = new String[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = column.apply(rows[i]);
    }
    statement.setArray(parameter, connection.createArrayOf(type, values));
  }

  private static String time(Instant time) {
    return TIME.format(time);
  }

  private interface Column extends Function<EventRow, String> {}
}
