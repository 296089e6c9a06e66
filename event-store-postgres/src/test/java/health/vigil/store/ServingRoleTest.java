package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class ServingRoleTest {

  private LogFixture fixture;

  @AfterAll
  void close() {
    fixture.close();
  }

  @BeforeAll
  void appendSomething() {
    fixture = LogFixture.empty();
    fixture.fill("stream", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE events SET payload = '{}'",
        "DELETE FROM events",
        "TRUNCATE events",
        "ALTER TABLE events DISABLE TRIGGER ALL",
        "ALTER TABLE events DROP COLUMN payload",
        "DROP TABLE events",
        "DROP TRIGGER refuse_change ON events",
        "UPDATE log_head SET position = 0",
        "DELETE FROM log_head",
        "INSERT INTO log_head DEFAULT VALUES",
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE TABLE public.mine (id int)",
        "CREATE TEMPORARY TABLE log_head (position int)",
        "DROP FUNCTION append",
        "ALTER FUNCTION append SECURITY INVOKER",
        "SELECT position FROM log_head FOR UPDATE",
        "BEGIN; LOCK events IN ACCESS EXCLUSIVE MODE",
        "SET session_replication_role = replica",
        "INSERT INTO events (position, recorded_at, event_identifier, stream_id, sequence_number,"
            + " occurred_at, payload_type, payload, metadata, hash)"
            + " VALUES (99, now(), 'x', 'x', 0, now(), 'x', '{}', '{}', sha256(''))",
      })
  void mayNotChangeTheLogOrTheSchema(String command) {
    assertThatThrownBy(
            () -> fixture.execute(fixture.database.servingDataSource(), command), command)
        .isInstanceOf(SQLException.class)
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  /** The digest and the row would differ in what is absent. */
  @ParameterizedTest
  @ValueSource(strings = {"'[0:0]={Ward}'", "'{}'", "'{Ward,Ward}'", "'{{Ward}}'"})
  void mayNotBreakTheChainByTheWayItAppends(String streamTypes) {
    assertThatThrownBy(
            () ->
                fixture.execute(
                    fixture.database.servingDataSource(),
                    "SELECT append('{0}', '{id}', '{s}', '{0}', "
                        + streamTypes
                        + ", '{2026-11-23Z}', '{T}', '{1}', ARRAY['{}'], ARRAY['{}'])"))
        .hasMessageContaining("one element for each event");
  }

  @Test
  void evenTheOwnerCannotChangeTheLogByASlip() {
    assertThatThrownBy(
            () -> fixture.execute(fixture.database.ownerDataSource(), "DELETE FROM events"))
        .hasMessageContaining("append-only");
  }

  @Test
  void theLogIsAsItWas() throws SQLException {
    assertThat(fixture.ask("SELECT count(*) FROM events")).isEqualTo("2");
    assertThat(fixture.ask("SELECT position FROM log_head")).isEqualTo("2");
  }
}
