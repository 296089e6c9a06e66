package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestLimitComponentTest extends ComponentTestBase {
  @Inject RequestLimit limit;

  @Test
  void who_comes_when_it_is_full_is_told_to_come_again() {
    int taken = limit.places().drainPermits();
    try {
      Response refused = board();
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.path("type").toString()).isEqualTo("/problems/too-many-requests-at-once");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    } finally {
      limit.places().release(taken);
    }
    assertThat(board().statusCode()).isEqualTo(200);
    assertThat(limit.places().availablePermits()).isPositive();
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
