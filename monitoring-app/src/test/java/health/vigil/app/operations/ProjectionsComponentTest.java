package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectionsComponentTest extends ComponentTestBase {
  private static final String ALL = "/operations/projections";
  private static final List<String> NAMES =
      List.of("alert-inbox", "day-list", "patient-chart", "ward-board");

  /** Whatever a replay could do by mistake: append, set timers, keep sagas, park. */
  private static final String EFFECTS =
      """
      select concat_ws(' ', (select position from vigil.log_head), (select count(*) from vigil.scheduled_tasks),
        (select count(*) from vigil.sagas), (select count(*) from vigil.dead_letters))
      """;

  @Inject DataSource dataSource;

  private String ward = "";

  @BeforeEach
  void somebody_is_ill() {
    ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    api.observe(patient, Api.deterioration());
    api.admittedPatient(ward, "2");
  }

  @Test
  void the_read_models_are_listed() {
    JsonPath list = api.get(ALL);

    assertThat(list.getList("items.name")).isEqualTo(NAMES);
    assertThat(list.getList("items.version")).isEqualTo(List.of(1, 1, 3, 1));
    assertThat(list.getList("items.state")).containsOnly("FOLLOWING");
    assertThat(list.getList("items.parked")).containsOnly(0);
    assertThat(list.getLong("items[3].position")).isPositive();
  }

  @Test
  void what_there_is_not_is_not_found() {
    for (String path : List.of("/nothing", "/episode-alert")) {
      api.given().get(ALL + path).then().statusCode(404);
    }
    for (String path : List.of("/nothing/rebuild", "/episode-alert/verification")) {
      api.given()
          .post(ALL + path)
          .then()
          .statusCode(404)
          .body("type", equalTo("/problems/projection-not-found"));
    }
  }

  @Test
  void a_rebuild_shows_how_far_it_is_and_then_what_was_shown_before() {
    JsonPath before = api.get("/wards/" + ward + "/board?minPosition=" + head());

    api.given()
        .post(ALL + "/ward-board/rebuild")
        .then()
        .statusCode(202)
        .body("state", equalTo("RUNNING"));
    untilRebuilt("ward-board");

    api.given()
        .get(ALL + "/ward-board")
        .then()
        .body("rebuild.events", greaterThan(0))
        .body("rebuild.failure", equalTo(null));
    assertThat(api.get("/wards/" + ward + "/board").getList("rows"))
        .isEqualTo(before.getList("rows"));
  }

  @Test
  void of_two_who_ask_at_once_one_is_told_that_it_is_in_work() throws SQLException {
    try (Connection held = locked("alert_inbox")) {
      api.given().post(ALL + "/alert-inbox/rebuild").then().statusCode(202);

      for (String work : List.of("rebuild", "verification")) {
        api.given()
            .post(ALL + "/alert-inbox/" + work)
            .then()
            .statusCode(409)
            .body("type", equalTo("/problems/projection-in-work"));
      }
    }
    untilRebuilt("alert-inbox");
  }

  @Test
  void a_verification_names_what_is_not_as_the_log_says() throws SQLException {
    assertThat(verified().getBoolean("equal")).isTrue();

    change(
        "update vigil.ward_board_stay set spo2_scale = 'TAMPERED' where ctid in"
            + " (select s.ctid from vigil.ward_board_stay s join vigil.ward_board_bed b using (stay)"
            + " where b.bed = 'bed:"
            + ward
            + "/1')");
    change("delete from vigil.ward_board_bed where bed = 'bed:" + ward + "/2'");
    change(
        "insert into vigil.ward_board_bed values ('bed:" + ward + "/3', '" + ward + "', null, 1)");

    JsonPath result = verified();
    assertThat(result.getBoolean("equal")).isFalse();
    assertThat(result.getLong("rows")).isPositive();
    assertThat(result.getList("differences.what"))
        .containsExactlyInAnyOrder("MISSING", "EXTRA", "DIFFERENT");
    assertThat(result.getList("differences.key"))
        .contains("bed:" + ward + "/2", "bed:" + ward + "/3");
    assertThat(result.getList("differences.columns")).contains(List.of("spo2_scale"));
    assertThat(result.prettify()).doesNotContain("TAMPERED");

    api.given().post(ALL + "/ward-board/rebuild").then().statusCode(202);
    untilRebuilt("ward-board");
    assertThat(verified().getBoolean("equal")).as("a rebuild mends it").isTrue();
  }

  @Test
  void who_wants_lines_gets_the_result_in_the_last() {
    String[] lines =
        api.given()
            .accept("application/x-ndjson")
            .post(ALL + "/patient-chart/verification")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString()
            .split("\n");

    JsonPath last = new JsonPath(lines[lines.length - 1]);
    assertThat(last.getString("result.projection")).isEqualTo("patient-chart");
    assertThat(last.getBoolean("result.equal")).isTrue();
  }

  @Test
  void nothing_is_appended_scheduled_or_parked_by_a_replay() {
    // Timers of other tests may fire at any moment: once there has to be a quiet one.
    eventually(
        () -> {
          String before = effects();
          for (String name : NAMES) {
            api.post(ALL + "/" + name + "/rebuild", Map.of(), 202);
            untilRebuilt(name);
            api.post(ALL + "/" + name + "/verification", Map.of(), 200);
          }
          assertThat(effects()).isEqualTo(before);
        });
  }

  private JsonPath verified() {
    return api.post(ALL + "/ward-board/verification", Map.of(), 200);
  }

  private void untilRebuilt(String name) {
    eventually(
        () -> assertThat(api.get(ALL + "/" + name).getString("rebuild.state")).isEqualTo("DONE"));
  }

  private long head() {
    return Long.parseLong(effects().split(" ", 2)[0]);
  }

  private String effects() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(EFFECTS)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
    }
  }

  /** Somebody reads it and does not come to an end. */
  private Connection locked(String table) throws SQLException {
    Connection connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table vigil." + table + " in access share mode");
    }
    return connection;
  }
}
