package health.vigil.store.chain;

import health.vigil.local.Credentials;
import health.vigil.local.TestDatabase;
import health.vigil.store.EventLog;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A log of its own, appended to by the serving role and tampered with by the owner. */
public final class ChainedLog implements AutoCloseable {

  private static final String APPEND = "SELECT * FROM vigil.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private final TestDatabase database = TestDatabase.create();

  ChainedLog() {
    Flyway.configure()
        .dataSource(database.url(), database.owner().user(), database.owner().password())
        .schemas("vigil")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", database.serving().user()))
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /** What is appended, byte for byte. */
  public record Fact(
      String identifier,
      String stream,
      long sequence,
      @Nullable String streamType,
      String type,
      @Nullable String revision,
      String occurredAt,
      String payload,
      String metadata) {

    public static Fact numbered(int number) {
      return new Fact(
          "event-" + number,
          "ward:" + number % 3,
          number,
          "Ward",
          "BedMadeAvailable",
          "1",
          "2026-11-23T13:05:00.%06dZ".formatted(number),
          "{\"bed\":\"" + number + "\"}",
          "{\"subject\":\"patient-" + number + "\"}");
    }
  }

  /** A log of so many events, three in each append. */
  public static ChainedLog of(int events) throws SQLException {
    ChainedLog log = new ChainedLog();
    for (int from = 1; from <= events; from += 3) {
      log.append(
          IntStream.range(from, Math.min(events + 1, from + 3)).mapToObj(Fact::numbered).toList());
    }
    return log;
  }

  public void append(List<Fact> facts) throws SQLException {
    try (Connection connection = database.servingDataSource().getConnection();
        PreparedStatement append = connection.prepareStatement(APPEND)) {
      append.setArray(1, array(connection, "integer", facts, fact -> 0));
      append.setArray(2, array(connection, "text", facts, Fact::identifier));
      append.setArray(3, array(connection, "text", facts, Fact::stream));
      append.setArray(4, array(connection, "bigint", facts, Fact::sequence));
      append.setArray(5, array(connection, "text", facts, Fact::streamType));
      append.setArray(6, array(connection, "timestamptz", facts, Fact::occurredAt));
      append.setArray(7, array(connection, "text", facts, Fact::type));
      append.setArray(8, array(connection, "text", facts, Fact::revision));
      append.setArray(9, array(connection, "text", facts, Fact::payload));
      append.setArray(10, array(connection, "text", facts, Fact::metadata));
      append.execute();
    }
  }

  private static Array array(
      Connection connection, String type, List<Fact> facts, Function<Fact, @Nullable Object> part)
      throws SQLException {
    return connection.createArrayOf(type, facts.stream().map(part).toArray());
  }

  String url() {
    return database.url();
  }

  /** Who may read it. */
  Credentials reader() {
    return database.serving();
  }

  public DataSource dataSource() {
    return database.servingDataSource();
  }

  public EventLog events() {
    return new EventLog(dataSource());
  }

  public ChainVerifier verifier() {
    return new ChainVerifier(dataSource());
  }

  /** What nobody but the owner can do, and nobody should. */
  public void tamper(String commands) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE vigil.events DISABLE TRIGGER refuse_change");
      statement.execute(commands);
      statement.execute("ALTER TABLE vigil.events ENABLE TRIGGER refuse_change");
    }
  }

  /** Makes every hash anew from a position on, as somebody would who knows the layout. */
  public void chainAnewFrom(long position) throws SQLException {
    tamper(
        """
        DO $$
        DECLARE
          link bytea := coalesce((SELECT hash FROM vigil.events WHERE position = %1$d - 1), decode(repeat('00', 32), 'hex'));
          e vigil.events;
        BEGIN
          FOR e IN SELECT * FROM vigil.events WHERE position >= %1$d ORDER BY position LOOP
            link := sha256(convert_to(vigil.net(encode(link, 'hex')) || vigil.net(e.position::text)
              || vigil.net(vigil.hashed_time(e.recorded_at))
              || vigil.net(encode(vigil.event_digest(e.event_identifier, e.stream_id, e.sequence_number, e.stream_type,
                e.payload_type, e.payload_revision, e.occurred_at, e.payload::text, e.metadata::text), 'hex')), 'UTF8'));
            UPDATE vigil.events SET hash = link WHERE position = e.position;
          END LOOP;
          UPDATE vigil.log_head SET hash = link, (position, recorded_at) =
            (SELECT v.position, v.recorded_at FROM vigil.events v ORDER BY v.position DESC LIMIT 1);
        END $$
        """
            .formatted(position));
  }

  /** Remembers the log as it is. */
  void keep() throws SQLException {
    tamper(
        "CREATE TABLE kept AS TABLE vigil.events; CREATE TABLE kept_head AS TABLE vigil.log_head");
  }

  /** Makes the log again what was kept. */
  void restore() throws SQLException {
    tamper(
        """
        TRUNCATE vigil.events, vigil.log_head;
        INSERT INTO vigil.events TABLE kept;
        INSERT INTO vigil.log_head TABLE kept_head;
        """);
  }

  public String ask(String query) throws SQLException {
    try (Connection connection = database.ownerDataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    database.drop();
  }
}
