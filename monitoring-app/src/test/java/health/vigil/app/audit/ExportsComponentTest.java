package health.vigil.app.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.log.SignedLog;
import health.vigil.app.progress.ProgressLines;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import health.vigil.store.export.ExportManifest;
import health.vigil.store.export.ExportVerification;
import health.vigil.store.export.ExportVerifier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExportsComponentTest extends ComponentTestBase {
  @Inject EventLog log;
  @Inject SignedLog signed;

  @BeforeEach
  void fill() {
    api.admittedPatient(api.newWard(), "1");
  }

  @Test
  void the_whole_log_is_exported_and_can_be_verified_without_vigil() throws IOException {
    long head = log.head();

    ExportManifest manifest = exported(Map.of("reason", "Audit"));

    assertThat(manifest.first()).isEqualTo(1);
    assertThat(manifest.last()).isGreaterThanOrEqualTo(head);
    assertThat(verified(manifest).flaws()).isEmpty();
  }

  @Test
  void a_part_is_exported() throws IOException {
    ExportManifest manifest = exported(Map.of("first", 3, "last", 5, "reason", "Audit"));

    assertThat(manifest.before()).isEqualTo(log.read(1, 1).get(0).hash());
    assertThat(manifest.count()).isEqualTo(3);
    assertThat(events(manifest)).hasLineCount(3);
    assertThat(verified(manifest).flaws()).isEmpty();
  }

  @Test
  void who_exports_the_log_stands_in_it() {
    ExportManifest manifest = exported(Map.of("reason", "Because of Iris Meadows"));

    RecordedEvent noted = log.byStream(manifest.id(), 0, 1).get(0);
    assertThat(noted.type()).isEqualTo("LogExported");
    assertThat(noted.position()).isGreaterThan(manifest.last());
    assertThat(noted.metadata()).contains("\"actor\":\"demo\"");
    assertThat(api.get("/audit/log?type=LogExported&from=" + noted.recordedAt()).prettify())
        .contains(manifest.id())
        .doesNotContain("Meadows");
  }

  @Test
  void the_manifest_is_told_again_and_is_the_same() {
    ExportManifest manifest = exported(Map.of("reason", "Audit"));
    api.registerPatient();

    assertThat(api.given().get("/audit/exports/{id}", manifest.id()).asString())
        .isEqualTo(manifest.line());
  }

  @Test
  void a_request_that_comes_again_exports_nothing_more() {
    Map<String, String> body = Map.of("reason", "Audit");
    String key = Api.unique("export");
    Response first = api.given().header("Idempotency-Key", key).body(body).post("/audit/exports");
    api.registerPatient();
    long head = log.head();

    Response second = api.given().header("Idempotency-Key", key).body(body).post("/audit/exports");

    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(log.read(head, 100)).noneMatch(event -> event.type().equals("LogExported"));
  }

  @Test
  void lines_are_those_of_the_format_whatever_they_hold() throws IOException {
    String patient = api.registerPatient(Map.of("familyName", "O'Hara \"\\\\ 木 😀"));
    long position = log.bySubject(patient, 0, 1).get(0).position();

    ExportManifest manifest =
        exported(Map.of("first", position, "last", position, "reason", "木 😀"));

    assertThat(verified(manifest).flaws()).isEmpty();
    assertThat(events(manifest))
        .startsWith("{\"position\" : \"" + position + "\", \"recorded_at\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, first",
    "-3, 5, first",
    "9999999999, 9999999999, first",
    "5, 4, last",
    "1, 9999999999, last",
    "1, -1, last",
  })
  void a_part_that_there_is_not_is_refused(long first, long last, String field) {
    api.given()
        .body(Map.of("first", first, "last", last, "reason", "Audit"))
        .post("/audit/exports")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, 422",
    "{\"reason\":\" \"}, 422",
    "{\"reason\":\"a\\nb\"}, 422",
    "{\"reason\":7}, 400",
    "'', 400"
  })
  void why_it_is_exported_is_asked_for(String body, int status) {
    long head = log.head();

    api.given().body(body).post("/audit/exports").then().statusCode(status);

    assertThat(log.read(head, 100)).noneMatch(event -> event.type().equals("LogExported"));
  }

  @Test
  void an_export_that_there_is_not_is_not_found() {
    String patient = api.registerPatient();
    for (String id : List.of("nobody", patient, "%00")) {
      api.given()
          .urlEncodingEnabled(false)
          .get("/audit/exports/" + id)
          .then()
          .statusCode(id.equals("%00") ? 422 : 404);
    }
    api.given().get("/audit/exports/nobody/events").then().statusCode(404);
  }

  private ExportManifest exported(Map<String, ?> body) {
    Response answer = api.given().body(body).post("/audit/exports");
    answer.then().statusCode(201).contentType("application/json");
    ExportManifest manifest = ExportManifest.parse(answer.asString()).orElseThrow();
    assertThat(answer.header("Location")).endsWith("/api/v1/audit/exports/" + manifest.id());
    return manifest;
  }

  private String events(ExportManifest manifest) {
    return api.given()
        .get("/audit/exports/{id}/events", manifest.id())
        .then()
        .statusCode(200)
        .contentType(ProgressLines.MEDIA_TYPE)
        .extract()
        .asString();
  }

  private ExportVerification verified(ExportManifest manifest) throws IOException {
    return new ExportVerifier(List.of(signed.key().orElseThrow().verifyingKey()))
        .against(signed.checkpoints())
        .verify(manifest, new ByteArrayInputStream(events(manifest).getBytes(UTF_8)));
  }
}
