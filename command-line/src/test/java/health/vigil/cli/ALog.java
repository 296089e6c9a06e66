package health.vigil.cli;

import health.vigil.local.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A log of its own, appended to by the serving role and tampered with by the superuser. */
final class ALog implements AutoCloseable {

  private final TestDatabase database = TestDatabase.create();

  /** A log of so many events. */
  static ALog of(int events) throws SQLException {
    ALog log = new ALog();
    Flyway.configure()
        .dataSource(log.database.ownerDataSource())
        .schemas("vigil")
        .createSchemas(false)
        .locations("classpath:db/migration")
        .placeholders(Map.of("servingRole", log.database.serving().user()))
        .loggers("slf4j")
        .load()
        .migrate();
    log.append(1, events);
    return log;
  }

  void append(int first, int last) throws SQLException {
    execute(
        database.servingDataSource(),
        """
        DO $$
        BEGIN
          FOR n IN %d..%d LOOP
            PERFORM vigil.append(ARRAY[0], ARRAY['event-' || n], ARRAY['ward:' || n %% 3], ARRAY[n]::bigint[],
              ARRAY['Ward'], ARRAY[timestamptz '2026-11-23T13:05:00Z'], ARRAY['BedMadeAvailable'], ARRAY['1'],
              ARRAY['{"bed":"' || n || '"}'], ARRAY['{"subject":"patient-' || n || '"}']);
          END LOOP;
        END $$
        """
            .formatted(first, last));
  }

  /** What nobody should do, and a superuser can. */
  void tamper(String commands) throws SQLException {
    execute(database.superuserDataSource(), "SET session_replication_role = replica;\n" + commands);
  }

  /**
   * Makes every hash anew from a position up to the head, as somebody would who knows the layout.
   */
  void chainAnewFrom(long position) throws SQLException {
    tamper(
        """
        DO $$
        DECLARE
          link bytea := (SELECT hash FROM vigil.events WHERE position = %1$d - 1);
          e vigil.events;
        BEGIN
          FOR e IN SELECT * FROM vigil.events WHERE position >= %1$d ORDER BY position LOOP
            link := sha256(convert_to(vigil.net(encode(link, 'hex')) || vigil.net(e.position::text)
              || vigil.net(vigil.hashed_time(e.recorded_at))
              || vigil.net(encode(vigil.event_digest(e.event_identifier, e.stream_id, e.sequence_number, e.stream_type,
                e.payload_type, e.payload_revision, e.occurred_at, e.payload::text, e.metadata::text), 'hex')), 'UTF8'));
            UPDATE vigil.events SET hash = link WHERE position = e.position;
          END LOOP;
          UPDATE vigil.log_head SET hash = link;
        END $$
        """
            .formatted(position));
  }

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

  DataSource dataSource() {
    return database.servingDataSource();
  }

  /** What an auditor sets to find it. */
  Map<String, String> environment() {
    return Map.of(
        "VIGIL_DATABASE_URL", database.url(),
        "VIGIL_DATABASE_USER", database.serving().user(),
        "VIGIL_DATABASE_PASSWORD", database.serving().password());
  }

  private static void execute(DataSource who, String commands) throws SQLException {
    try (Connection connection = who.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(commands);
    }
  }

  @Override
  public void close() {
    database.drop();
  }
}
