package health.vigil.app.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import health.vigil.app.log.SignedLog;
import health.vigil.store.EventLog;
import health.vigil.store.export.ExportManifest;
import health.vigil.store.export.ExportVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An export is larger than what lies between a node and a client that takes its time. */
@QuarkusTest
class SlowAuditorsComponentTest extends ComponentTestBase {
  private static final int EVENTS = 1100;
  private static final int KILOBYTES_AN_EVENT = 20;

  @Inject AuditConfiguration configuration;
  @Inject EventLog log;
  @Inject SignedLog signed;

  /** A connection for each: in one of HTTP/2 who does not read holds up the others. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void slow_auditors_hold_up_nobody_and_get_all_while_the_log_grows()
      throws IOException, InterruptedException, SQLException {
    ExportManifest manifest = largeExport();
    List<InputStream> slow = new ArrayList<>();
    for (int i = 0; i < configuration.atMost(); i++) {
      HttpResponse<InputStream> answer = events(manifest);
      assertThat(answer.statusCode()).isEqualTo(200);
      slow.add(answer.body());
    }

    // As many as allowed are under way, for nothing is sent before it is taken.
    HttpResponse<InputStream> oneMore = events(manifest);
    assertThat(oneMore.statusCode()).isEqualTo(503);
    assertThat(oneMore.headers().firstValue("Retry-After")).isPresent();
    assertThat(new String(oneMore.body().readAllBytes(), UTF_8)).contains("too-many-audits");
    api.given().get("/audit/verification").then().statusCode(503);

    api.registerPatient();
    try (InputStream first = slow.remove(0)) {
      assertThat(
              new ExportVerifier(List.of(signed.key().orElseThrow().verifyingKey()))
                  .verify(manifest, first)
                  .flaws())
          .isEmpty();
    }
    for (InputStream gone : slow) {
      gone.close();
    }
    eventually(
        () ->
            api.given()
                .get("/audit/verification?from=" + manifest.last())
                .then()
                .statusCode(200)
                .body("intact", equalTo(true)));
  }

  private HttpResponse<InputStream> events(ExportManifest manifest)
      throws IOException, InterruptedException {
    URI there =
        URI.create(
            "http://localhost:%d/api/v1/audit/exports/%s/events"
                .formatted(RestAssured.port, manifest.id()));
    return client.send(
        HttpRequest.newBuilder(there)
            .header("Authorization", Tokens.bearer(Tokens.ofEverybody()))
            .timeout(Duration.ofSeconds(20))
            .build(),
        BodyHandlers.ofInputStream());
  }

  private ExportManifest largeExport() throws SQLException {
    long first = log.head() + 1;
    LoggedExports.appendAtOnce(EVENTS, KILOBYTES_AN_EVENT * 1024);
    return ExportManifest.parse(
            api.given()
                .body(Map.of("first", first, "reason", "Audit"))
                .post("/audit/exports")
                .asString())
        .orElseThrow();
  }
}
