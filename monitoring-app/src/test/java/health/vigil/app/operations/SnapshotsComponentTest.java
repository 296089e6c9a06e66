package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import health.vigil.store.PostgresLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.config.Configuration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotsComponentTest extends ComponentTestBase {
  private static final String VERIFICATION = "/operations/snapshots/verification";

  @Inject Configuration axon;
  @Inject PostgresLog log;
  @Inject DataSource dataSource;

  @Test
  void a_snapshot_that_is_not_what_its_events_say_is_named() throws Exception {
    String patient = api.registerPatient(Map.of("familyName", "Underhill"));
    snapshot(patient);
    assertThat(differencesOf(patient)).as("as it was stored").isEmpty();

    change(
        "update vigil.snapshots set payload = replace(payload::text, 'Underhill', 'Baggins')::json",
        patient);

    JsonPath result = api.post(VERIFICATION, Map.of(), 200);
    assertThat(result.getBoolean("equal")).isFalse();
    assertThat(result.getLong("snapshots")).isPositive();
    assertThat(differencesOf(patient)).singleElement().asString().startsWith("it differs in ");
    assertThat(result.prettify()).doesNotContain("Underhill", "Baggins");

    change("delete from vigil.snapshots", patient);
    assertThat(differencesOf(patient)).isEmpty();
  }

  @Test
  void who_wants_lines_gets_the_result_in_the_last() {
    String answer =
        api.given()
            .accept("application/x-ndjson")
            .post(VERIFICATION)
            .then()
            .statusCode(200)
            .extract()
            .asString();

    String[] lines = answer.split("\n");
    assertThat(new JsonPath(lines[lines.length - 1]).getBoolean("result.equal")).isTrue();
  }

  private void snapshot(String patient) throws ClassNotFoundException {
    axon.snapshotter().scheduleSnapshot(Class.forName("health.vigil.patient.Patient"), patient);
    eventually(() -> assertThat(log.storageEngine().readSnapshot(patient)).isPresent());
  }

  private List<String> differencesOf(String stream) {
    return api.post(VERIFICATION, Map.of(), 200)
        .getList("differences.findAll { it.stream == '" + stream + "' }.what");
  }

  private void change(String sql, String stream) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql + " where stream_id = '" + stream + "'")).isEqualTo(1);
    }
  }
}
