package health.vigil.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.progress.ProgressLines;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class VerificationComponentTest extends ComponentTestBase {
  @Inject EventLog log;

  @Test
  void a_log_that_nobody_touched_is_intact_and_agrees_with_its_checkpoints() {
    api.registerPatient();
    long known = log.head();

    eventually(
        () ->
            api.given()
                .get("/audit/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("epoch", equalTo(log.epoch()))
                .body("head", greaterThan((int) known - 1))
                .body("first", equalTo(1))
                .body("flaws", hasSize(0))
                .body("checkpoints.compared", greaterThan(0)));
  }

  @Test
  void a_part_is_verified_by_itself() {
    api.registerPatient();

    JsonPath found = api.get("/audit/verification?from=2&to=3");

    assertThat(found.getBoolean("intact")).isTrue();
    assertThat(found.getLong("count")).isEqualTo(2);
    assertThat(found.getString("hash")).isEqualTo(log.read(2, 1).get(0).hash());
  }

  @Test
  void what_lies_beyond_the_head_is_not_waited_for() {
    api.registerPatient();

    assertThat(api.get("/audit/verification?to=9999999999").getLong("last")).isEqualTo(log.head());
  }

  @Test
  void lines_end_with_the_result() {
    api.registerPatient();

    List<String> lines =
        api.given()
            .accept(ProgressLines.MEDIA_TYPE)
            .get("/audit/verification")
            .then()
            .statusCode(200)
            .contentType(ProgressLines.MEDIA_TYPE)
            .extract()
            .asString()
            .lines()
            .toList();

    assertThat(lines.get(lines.size() - 1)).startsWith("{\"result\":{\"intact\":true,\"epoch\":");
    assertThat(lines.subList(0, lines.size() - 1))
        .allMatch(line -> line.startsWith("{\"progress\""));
  }

  @Test
  void what_the_owner_of_the_database_changed_is_named() throws Exception {
    long position = LoggedExports.append("auditor", "Audit");
    api.registerPatient();

    try (AutoCloseable spoilt = LoggedExports.spoilt(position)) {
      JsonPath found = api.get("/audit/verification?from=" + position);

      assertThat(found.getBoolean("intact")).isFalse();
      assertThat(found.getLong("last")).isEqualTo(position - 1);
      assertThat(found.getLong("flaws[0].position")).isEqualTo(position);
      assertThat(found.getString("flaws[0].kind")).isEqualTo("CHANGED");
      assertThat(found.getString("flaws[0].detail"))
          .isEqualTo(
              "At position %d: the hash does not fit the event and the hash before it."
                  .formatted(position));
    }
    assertThat(api.get("/audit/verification?from=" + position).getBoolean("intact")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "from=0, from",
    "from=-1, from",
    "from=9999999999, from",
    "from=3&to=2, to",
    "from=x, from",
    "to=x, to"
  })
  void a_part_that_there_is_not_is_refused(String query, String field) {
    for (String form : List.of("application/json", ProgressLines.MEDIA_TYPE)) {
      api.given()
          .accept(form)
          .get("/audit/verification?" + query)
          .then()
          .statusCode(422)
          .body("errors[0].field", equalTo(field));
    }
  }
}
