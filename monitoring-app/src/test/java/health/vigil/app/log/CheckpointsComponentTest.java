package health.vigil.app.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.ComponentTestBase;
import health.vigil.store.EventLog;
import health.vigil.store.chain.ChainVerifier;
import health.vigil.store.chain.Checkpoint;
import health.vigil.store.chain.SigningKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckpointsComponentTest extends ComponentTestBase {
  @Inject Checkpoints checkpoints;
  @Inject CheckpointConfiguration configuration;
  @Inject DataSource dataSource;
  @Inject EventLog log;

  @Test
  void what_is_recorded_is_signed_soon_and_the_whole_log_holds_together()
      throws InterruptedException {
    api.observe(api.admittedPatient(api.newWard(), "1"), Map.of());
    long head = log.head();

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> checkpoints.state().last().map(Checkpoint::position).orElse(0L) >= head);

    SigningKey key = SigningKey.read(configuration.keyFile().orElseThrow());
    assertThat(
            new ChainVerifier(dataSource)
                .against(
                    List.of(checkpoints.state().last().orElseThrow()), List.of(key.verifyingKey()))
                .all()
                .flaws())
        .isEmpty();
    RestAssured.given()
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("vigil_log_checkpoint_position"))
        .body(containsString("vigil_log_checkpoint_age_seconds"));
    RestAssured.given()
        .get("/q/health/well")
        .then()
        .body("checks.find { it.name == 'log checkpoints' }.status", equalTo("UP"));
  }
}
