package health.vigil.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** The log as the database holds it, read beside the application. */
public final class TheLog {
  private final DataSource database;

  public TheLog(DataSource database) {
    this.database = database;
  }

  /** One event. */
  public record Entry(
      long position, String type, Instant recordedAt, JsonNode payload, JsonNode metadata) {
    public String text(String field) {
      return payload.path(field).asText();
    }
  }

  public List<Entry> all() {
    String sql =
        "SELECT position, payload_type, recorded_at, payload, metadata FROM vigil.events"
            + " ORDER BY position";
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<Entry> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(
            new Entry(
                rows.getLong(1),
                rows.getString(2),
                rows.getObject(3, OffsetDateTime.class).toInstant(),
                Http.JSON.readTree(rows.getString(4)),
                Http.JSON.readTree(rows.getString(5))));
      }
      return entries;
    } catch (SQLException | JsonProcessingException e) {
      throw new IllegalStateException("the log can not be read", e);
    }
  }

  public List<Entry> of(String type) {
    return all().stream().filter(entry -> entry.type().equals(type)).toList();
  }

  public long count(Predicate<Entry> condition) {
    return all().stream().filter(condition).count();
  }

  public long head() {
    return number("SELECT position FROM vigil.log_head");
  }

  /** How many deadlines wait to fire. */
  public long timers() {
    return number("SELECT count(*) FROM vigil.scheduled_tasks");
  }

  /** The first answer of a query, a number. */
  public long number(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("not to be read: " + sql, e);
    }
  }
}
