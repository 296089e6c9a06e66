package health.vigil.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for events in the order of positions, a bounded stretch of the log at a time: whatever is
 * asked for, and however large the log is, one look takes no longer than it takes to read the
 * stretch.
 */
public final class LogSearch {

  private final DataSource dataSource;
  private final int stretch;

  /**
   * @param stretch how many events one look goes over at most; of one subject, how many of its
   *     events
   */
  public LogSearch(DataSource dataSource, int stretch) {
    this.dataSource = dataSource;
    this.stretch = stretch;
  }

  /**
   * What is looked for; an event has to fit all of it.
   *
   * @param subject that the metadata name, null for any
   * @param types logical names, one of which it has to bear; empty for any
   * @param metadata names and the values that they have to have
   * @param after position behind which it begins
   * @param last position that it may have
   */
  public record Wanted(
      @Nullable String subject,
      Collection<String> types,
      Map<String, String> metadata,
      long after,
      long last) {

    public Wanted {
      types = List.copyOf(types);
      metadata = Map.copyOf(metadata);
    }

    /** Whether an index leads to the events, and to no others. */
    private boolean isPlain() {
      return types.isEmpty() && metadata.isEmpty();
    }
  }

  /**
   * What one look found.
   *
   * @param events in the order of positions; may be none though there are more to find
   * @param goOnAfter position behind which the next look begins; empty when all was looked at
   */
  public record Found(List<RecordedEvent> events, OptionalLong goOnAfter) {

    public Found {
      events = List.copyOf(events);
    }
  }

  /**
   * One look.
   *
   * @param limit how many events it finds at most
   * @throws EventStoreException when the log can not be read
   */
  public Found look(Wanted wanted, int limit) {
    if (wanted.after() >= wanted.last()) {
      return new Found(List.of(), OptionalLong.empty());
    }
    try (Connection connection = dataSource.getConnection()) {
      long end = wanted.isPlain() ? wanted.last() : endOfStretch(connection, wanted);
      List<RecordedEvent> events = events(connection, wanted, end, limit + 1);
      if (events.size() > limit) {
        List<RecordedEvent> shown = events.subList(0, limit);
        return new Found(shown, OptionalLong.of(shown.get(limit - 1).position()));
      }
      return new Found(events, end < wanted.last() ? OptionalLong.of(end) : OptionalLong.empty());
    } catch (SQLException e) {
      throw new EventStoreException("The log could not be read", e);
    }
  }

  private long endOfStretch(Connection connection, Wanted wanted) throws SQLException {
    if (wanted.subject() == null) {
      return Math.min(wanted.last(), wanted.after() + stretch);
    }
    Question question =
        new Question("SELECT max(position), count(*) FROM (SELECT position FROM vigil.events")
            .where(wanted, wanted.last())
            .add(" ORDER BY position LIMIT ?) AS stretch", stretch);
    try (PreparedStatement statement = question.prepare(connection);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(2) < stretch ? wanted.last() : row.getLong(1);
    }
  }

  private static List<RecordedEvent> events(
      Connection connection, Wanted wanted, long end, int limit) throws SQLException {
    Question question = new Question(EventLog.SELECT).where(wanted, end);
    if (!wanted.types().isEmpty()) {
      question.add(" AND payload_type = ANY (?)", (Object) wanted.types().toArray(String[]::new));
    }
    wanted
        .metadata()
        .forEach((name, value) -> question.add(" AND metadata ->> ? = ?", name, value));
    question.add(" ORDER BY position LIMIT ?", limit);
    try (PreparedStatement statement = question.prepare(connection);
        ResultSet rows = statement.executeQuery()) {
      List<RecordedEvent> found = new ArrayList<>();
      while (rows.next()) {
        found.add(EventLog.event(rows));
      }
      return found;
    }
  }

  /** A statement of our words only; whatever was asked for is a parameter of it. */
  private static final class Question {
    private final StringBuilder sql;
    private final List<Object> values = new ArrayList<>();

    private Question(String beginning) {
      sql = new StringBuilder(beginning);
    }

    private Question where(Wanted wanted, long end) {
      add(" WHERE position > ? AND position <= ?", wanted.after(), end);
      String subject = wanted.subject();
      return subject == null ? this : add(" AND (metadata ->> 'subject') = ?", subject);
    }

    private Question add(String words, Object... given) {
      sql.append(words);
      values.addAll(List.of(given));
      return this;
    }

    private PreparedStatement prepare(Connection connection) throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql.toString());
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      return statement;
    }
  }
}
