package health.vigil.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An answer may take 3 s here. */
@QuarkusTest
class UnsettledReadingsComponentTest extends ComponentTestBase {
  private static final Map<String, ?> WELL = Map.of();
  private static final Map<String, ?> ILL = Map.of("pulse", 131);

  private String patient;
  private Monitor monitor;

  @BeforeEach
  void aReadingThatIsRecordedAndOneThatIsMerged() {
    patient = api.admittedPatient(api.newWard(), "1");
    monitor = new Monitor(api, patient);
    monitor.sends(WELL).then().statusCode(201);
    monitor.sends(WELL).then().statusCode(202);
  }

  @Test
  void what_was_recorded_unseen_is_settled_and_what_it_carried_is_said_once() throws SQLException {
    try (Database.Lock held = Database.lockHead()) {
      Database.fillLanes(() -> api.given().body(Api.demographics()).post("/patients"));
      // With PostgreSQL when its device is answered, and recorded afterwards.
      unknown(monitor.sends(ILL));
    }
    monitor.sends(Map.of("pulse", 95)).then().statusCode(201);

    eventually(() -> assertRecorded(3));
  }

  @Test
  void what_was_not_recorded_is_sent_again_by_the_node_itself() throws SQLException {
    Map<String, Object> reading = monitor.next(ILL);
    unknown(Database.answerWhileNobodyKnows(() -> monitor.posts(reading)));

    eventually(() -> assertRecorded(2));
    monitor.posts(reading).then().statusCode(201);
    assertRecorded(2);
  }

  private static void unknown(Response answer) {
    answer.then().statusCode(503).body("type", equalTo("/problems/outcome-unknown"));
  }

  private void assertRecorded(int sets) {
    JsonPath history = api.get("/patients/" + patient + "/history?limit=500");
    assertThat(history.<String>getList("items.type"))
        .filteredOn("VitalSignsRecorded"::equals)
        .hasSize(sets);
    assertThat(
            history.<Integer>getList("items.findAll { it.type == 'ReadingsMerged' }.payload.count"))
        .containsExactly(1);
  }
}
