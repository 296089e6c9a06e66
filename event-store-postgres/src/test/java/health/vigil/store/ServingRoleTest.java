package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** The digest and the row would differ. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream_types => '[0:0]={Ward}'",
        "stream_types => '{}'",
        "stream_types => '{Ward,Ward}'",
        "stream_types => '{{Ward}}'",
        "revisions => '[0:0]={1}'",
        "payloads => ARRAY['{}', '{}']",
        "payloads => '[0:1]={1,2}'",
        "appends => '{{0}}'",
        "metadatas => NULL",
      })
  void mayNotBreakTheChainByTheWayItAppends(String odd) {
    String name = odd.substring(0, odd.indexOf(' '));
    assertThatThrownBy(
            () -> fixture.execute(fixture.database.servingDataSource(), appending(name, odd)))
        .hasMessageContaining("one element for each event");
  }

  private static String appending(String name, String odd) {
    return Stream.of(
            "appends => '{0}'",
            "identifiers => '{id}'",
            "streams => '{s}'",
            "sequences => '{0}'",
            "stream_types => '{Ward}'",
            "occurred => '{2026-11-23Z}'",
            "types => '{T}'",
            "revisions => '{1}'",
            "payloads => ARRAY['{}']",
            "metadatas => ARRAY['{}']")
        .map(usual -> usual.startsWith(name + " ") ? odd : usual)
        .collect(Collectors.joining(", ", "SELECT append(", ")"));
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
