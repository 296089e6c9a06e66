package health.vigil.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.ComponentTestBase;
import health.vigil.axon.processor.DeadLetters;
import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsComponentTest extends ComponentTestBase {
  @Inject ProcessorPositions positions;
  @Inject DeadLetters deadLetters;
  @Inject EventLog log;

  @Test
  void an_application_that_is_well_says_so() {
    for (String check : new String[] {"/q/health", "/q/health/ready", "/q/health/live"}) {
      eventually(
          () ->
              RestAssured.given().get(check).then().statusCode(200).body("status", equalTo("UP")));
    }
  }

  @Test
  void every_processor_follows_the_log_and_parks_nothing() {
    api.observe(api.admittedPatient(api.newWard(), "1"), Map.of());
    long head = log.head();

    assertThat(positions.processors())
        .contains(
            "ward-board",
            "patient-chart",
            "alert-inbox",
            "day-list",
            "episode-alert",
            "overdue-observation",
            "no-show");
    for (String processor : positions.processors()) {
      assertThat(positions.await(processor, head, Duration.ofSeconds(20))).as(processor).isTrue();
      assertThat(deadLetters.count(processor)).as(processor).isZero();
    }
  }

  @Test
  void metrics_are_there_and_so_is_the_page_to_try_the_api() {
    RestAssured.given().get("/q/metrics").then().statusCode(200).body(containsString("vigil"));
    RestAssured.given().get("/q/swagger-ui/").then().statusCode(200);
  }
}
