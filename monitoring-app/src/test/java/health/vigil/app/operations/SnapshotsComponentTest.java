package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SnapshotsComponentTest extends ComponentTestBase {
  private static final String VERIFICATION = "/operations/snapshots/verification";

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
}
