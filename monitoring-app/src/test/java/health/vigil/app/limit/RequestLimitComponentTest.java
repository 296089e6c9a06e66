package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestLimitComponentTest extends ComponentTestBase {
  private static final int AT_MOST = 60;

  @Test
  void who_comes_when_it_is_full_is_told_to_come_again() throws IOException {
    try (SlowClients clients = new SlowClients()) {
      clients.post("/api/v1/patients", AT_MOST);
      // One that came while another request was still ending was refused and takes no place.
      eventually(
          () -> {
            clients.post("/api/v1/patients", 1);
            assertThat(board().statusCode()).isEqualTo(503);
          });

      Response refused = board();
      assertThat(refused.path("type").toString()).isEqualTo("/problems/too-many-requests-at-once");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    }
    eventually(() -> assertThat(board().statusCode()).isEqualTo(200));
    api.registerPatient();
  }

  @Test
  void health_and_streams_are_not_counted() {
    assertThat(RequestLimit.isCounted(HttpMethod.GET, "/q/health")).isFalse();
    assertThat(RequestLimit.isCounted(HttpMethod.GET, "/api/v1/stream")).isFalse();
    assertThat(RequestLimit.isCounted(HttpMethod.GET, "/api/v1/patients")).isTrue();
  }

  private static Response board() {
    return RestAssured.get("/api/v1/wards/none/board");
  }
}
