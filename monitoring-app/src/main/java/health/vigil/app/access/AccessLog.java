package health.vigil.app.access;

import health.vigil.app.access.AccessQuery.Accepted;
import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads what was noted, the newest first. */
@Singleton
class AccessLog {
  private static final String FIND =
      """
      SELECT id, noted_at, actor, client, roles, method, path, patient, ward, alert, as_of, outcome, status, trace, times
      FROM vigil.access_log
      WHERE id < ?
        AND (?::text IS NULL OR patient = ?)
        AND (?::text IS NULL OR actor = ?)
        AND (?::timestamptz IS NULL OR noted_at >= ?)
        AND (?::timestamptz IS NULL OR noted_at < ?)
      ORDER BY id DESC LIMIT ?
      """;

  private final DataSource database;

  AccessLog(DataSource database) {
    this.database = database;
  }

  private record Row(long id, AccessEntry entry) {}

  /**
   * @throws Refusal when query or page are not acceptable
   */
  Page<AccessEntry> page(AccessQuery query, PageRequest request) {
    Accepted asked = query.accepted();
    int limit = request.limit();
    List<Row> rows = find(asked, before(request.cursor()), limit + 1);
    boolean more = rows.size() > limit;
    List<Row> page = more ? rows.subList(0, limit) : rows;
    return Page.of(
        page.stream().map(Row::entry).toList(),
        more ? String.valueOf(page.get(limit - 1).id()) : null);
  }

  private static long before(@Nullable String cursor) {
    if (cursor == null) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches("[0-9]{1,18}")) {
      throw Refusal.invalid("cursor", "the next of an earlier page");
    }
    return Long.parseLong(cursor);
  }

  private List<Row> find(Accepted asked, long before, int most) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setLong(1, before);
      twice(statement, 2, asked.patient(), Types.VARCHAR);
      twice(statement, 4, asked.actor(), Types.VARCHAR);
      twice(statement, 6, stored(asked.noted().from()), Types.TIMESTAMP_WITH_TIMEZONE);
      twice(statement, 8, stored(asked.noted().to()), Types.TIMESTAMP_WITH_TIMEZONE);
      statement.setInt(10, most);
      return rows(statement);
    } catch (SQLException failure) {
      throw new IllegalStateException("the accesses can not be read", failure);
    }
  }

  private static void twice(PreparedStatement statement, int at, @Nullable Object value, int type)
      throws SQLException {
    statement.setObject(at, value, type);
    statement.setObject(at + 1, value, type);
  }

  private static @Nullable OffsetDateTime stored(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static List<Row> rows(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(new Row(row.getLong("id"), entry(row)));
      }
      return rows;
    }
  }

  private static AccessEntry entry(ResultSet row) throws SQLException {
    OffsetDateTime asOf = row.getObject("as_of", OffsetDateTime.class);
    return new AccessEntry(
        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        row.getString("client"),
        row.getString("roles"),
        row.getString("method"),
        row.getString("path"),
        row.getString("patient"),
        row.getString("ward"),
        row.getString("alert"),
        asOf == null ? null : asOf.toInstant(),
        Outcome.valueOf(row.getString("outcome")),
        row.getInt("status"),
        row.getString("trace"),
        row.getInt("times"));
  }
}
