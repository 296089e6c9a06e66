package health.vigil.app.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.log.Payloads;
import health.vigil.app.secret.ServerSecrets;
import health.vigil.axon.BeforeHandling;
import health.vigil.axon.aggregate.KeptAggregates;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientEvent.PatientRegistered;
import health.vigil.patient.PatientId;
import health.vigil.personal.key.PatientKeys;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ErasureComponentTest extends ComponentTestBase {
  private static final String ANOTHER = "another-supervisor";
  private static final Map<String, Object> ON_REQUEST =
      Map.of("reason", "PATIENT_REQUEST", "reference", "Letter 7");

  @Inject CommandGateway commands;
  @Inject PatientKeys keys;
  @Inject KeptAggregates kept;
  @Inject Ledger ledger;
  @Inject ErasuresAtStart start;
  @Inject NotedErasures noted;
  @Inject FollowedErasures followed;
  @Inject ErasedInLog erased;
  @Inject ErasureTroubles troubles;
  @Inject EventLog log;
  @Inject Payloads payloads;

  @ConfigProperty(name = Ledger.FOLDER)
  Path ledgerFolder;

  @Test
  void who_asked_does_not_confirm() {
    String patient = api.registerPatient();
    JsonPath asked = api.post(erasure(patient), ON_REQUEST, 202);

    assertThat(asked.getString("state")).isEqualTo("REQUESTED");
    assertThat(asked.getString("reference")).isEqualTo("Letter 7");
    refused(erasure(patient) + "/confirmation", "second-person-needed");
  }

  @Test
  void a_second_person_confirms_and_nobody_can_tell_who_it_was() {
    Map<String, Object> known = Api.demographics();
    String patient = api.registerPatient(known);
    askedByAnother(patient);

    JsonPath erased = api.post(erasure(patient) + "/confirmation", Map.of(), 200);

    assertThat(erased.getString("state")).isEqualTo("ERASED");
    assertThat(keys.isErased(new PatientId(patient))).isTrue();
    JsonPath left = api.get("/patients/" + patient);
    assertThat(left.getMap("$")).containsOnlyKeys("patientId", "status");
    String history = api.get("/patients/" + patient + "/history").prettify();
    assertThat(history).contains("PatientErased").doesNotContain((String) known.get("mrn"));
    eventually(
        () ->
            assertThat(
                    api.post("/patients/search", Map.of("mrn", known.get("mrn")), 200)
                        .getList("items"))
                .isEmpty());
  }

  @Test
  void the_past_does_not_tell_it_either() {
    String patient = api.registerPatient();
    String before = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    erase(patient);

    JsonPath then = api.get("/patients/" + patient + "?asOf=" + before);

    assertThat(then.getMap("$")).doesNotContainKeys("mrn", "familyName", "givenName");
  }

  @Test
  void of_who_is_erased_nothing_more_is_written() {
    String patient = api.registerPatient();
    erase(patient);

    refused("/patients/" + patient + "/admission", "patient-erased", bed());
    refused("/patients/" + patient + "/observations", "patient-erased", Api.wellSet());
    refused(erasure(patient), "patient-erased", ON_REQUEST);
  }

  @Test
  void the_person_may_come_again_under_the_same_number() {
    Map<String, Object> known = Api.demographics();
    String patient = api.registerPatient(known);
    erase(patient);

    String again = api.registerPatient(known);

    assertThat(again).isNotEqualTo(patient);
    api.given()
        .body(known)
        .post("/patients")
        .then()
        .statusCode(409)
        .body("type", endsWith("taken"));
    assertThat(claimOf(again)).isNotEqualTo(claimOf(patient));
  }

  @Test
  void who_lies_here_or_is_expected_is_not_erased() {
    String patient = api.registerPatient();
    Instant start = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    api.post(
        "/appointments",
        Map.of(
            "patientId", patient,
            "practitionerId", Api.unique("practitioner"),
            "start", start.toString(),
            "end", start.plus(30, ChronoUnit.MINUTES).toString()),
        201);
    refused(erasure(patient), "appointments-ahead", ON_REQUEST);

    refused(erasure(api.admittedPatient(api.newWard(), "1")), "still-admitted", ON_REQUEST);
  }

  @Test
  void who_asks_for_an_answer_in_another_media_type_has_asked_for_nothing() {
    String patient = api.registerPatient();

    api.given()
        .accept("text/csv")
        .body(ON_REQUEST)
        .post(erasure(patient))
        .then()
        .statusCode(406)
        .body("type", endsWith("/not-acceptable"));

    assertThat(api.get(erasure(patient)).getString("state")).isEqualTo("NONE");
  }

  @Test
  void a_request_can_be_taken_back() {
    String patient = api.registerPatient();
    askedByAnother(patient);

    JsonPath left = api.post(erasure(patient) + "/withdrawal", Map.of(), 200);

    assertThat(left.getString("state")).isEqualTo("NONE");
    refused(erasure(patient) + "/confirmation", "erasure-not-requested");
  }

  @Test
  void nothing_that_was_opened_for_decisions_stays_in_memory() {
    String patient = api.admittedPatient(api.newWard(), "1");
    api.post("/patients/" + patient + "/observations", Api.wellSet(), 201);
    api.post("/patients/" + patient + "/discharge", Map.of(), 200);
    erase(patient);

    List<Object> left = new ArrayList<>();
    kept.forget(root -> isOf(root, patient) && left.add(root) && false);

    assertThat(left).isEmpty();
  }

  private static boolean isOf(Object root, String patient) {
    return root instanceof ConcernsPatient about
        && new PatientId(patient).equals(about.patientId());
  }

  @Test
  void an_erasure_that_another_node_recorded_is_applied_here() {
    String patient = api.registerPatient();
    askedByAnother(patient);
    commands.sendAndWait(
        new health.vigil.patient.PatientCommand.ConfirmErasure(
            new PatientId(patient), "third", Instant.now()));

    eventually(() -> assertThat(keys.isErased(new PatientId(patient))).isTrue());
    eventually(
        () ->
            assertThat(ledger.read().orElseThrow().erasures()).containsKey(new PatientId(patient)));
  }

  @Test
  void an_erasure_that_a_restored_log_lacks_is_in_it_again_after_the_start() throws IOException {
    String patient = api.registerPatient();
    ledger.add(
        List.of(
            new PatientErased(
                new PatientId(patient),
                ErasureReason.COURT_ORDER,
                "first",
                "second",
                Instant.parse("2026-11-23T10:00:00Z"))));

    ((BeforeHandling) start).require();

    assertThat(keys.isErased(new PatientId(patient))).isTrue();
    JsonPath now = api.get(erasure(patient));
    assertThat(now.getString("state")).isEqualTo("ERASED");
    assertThat(now.getString("confirmedBy")).isEqualTo("second");
    long position = now.getLong("position");
    ((BeforeHandling) start).require();
    assertThat(api.get(erasure(patient)).getLong("position")).isEqualTo(position);
  }

  @Test
  void a_start_that_requires_a_ledger_makes_none(@TempDir Path folder) {
    erase(api.registerPatient());
    ErasureConfiguration required = required(folder);
    RequiredLedger missing =
        new RequiredLedger(
            required, new Ledger(required, ServerSecrets.of("x".repeat(32))), erased);

    assertThatThrownBy(
            () ->
                new ErasuresAtStart(missing, noted, followed, erased, troubles, required).require())
        .hasMessageContaining("there is no erasures.ndjson");

    assertThat(folder).isEmptyDirectory();
  }

  private static ErasureConfiguration required(Path folder) {
    return new ErasureConfiguration() {
      @Override
      public Optional<Path> ledgerFolder() {
        return Optional.of(folder);
      }

      @Override
      public boolean required() {
        return true;
      }
    };
  }

  @Test
  void a_ledger_that_was_changed_is_told_by_health_and_keeps_nobody_from_being_watched()
      throws IOException {
    String patient = api.registerPatient();
    erase(patient);
    Path file = ledgerFolder.resolve("erasures.ndjson");
    String before = Files.readString(file);
    Files.writeString(file, "spoilt\n" + before);

    ((BeforeHandling) start).require();

    health().statusCode(503).body("checks.find{it.name=='erasures'}.status", equalTo("DOWN"));
    Files.writeString(file, before);
    eventually(() -> health().body("checks.find{it.name=='erasures'}.status", equalTo("UP")));
  }

  @Test
  void a_confirmed_erasure_that_can_not_be_noted_is_answered_as_recorded() throws IOException {
    String patient = api.registerPatient();
    askedByAnother(patient);
    Path file = ledgerFolder.resolve("erasures.ndjson");
    Path kept = ledgerFolder.resolve("kept");
    boolean noted = Files.exists(file);
    if (noted) {
      Files.move(file, kept);
    }
    Files.createDirectory(file);

    JsonPath erased = api.post(erasure(patient) + "/confirmation", Map.of(), 202);

    assertThat(erased.getString("state")).isEqualTo("ERASED");
    assertThat(erased.getString("pending")).contains("is being destroyed");
    assertThat(keys.isErased(new PatientId(patient))).isTrue();
    Files.delete(file);
    if (noted) {
      Files.move(kept, file);
    }
    eventually(
        () ->
            assertThat(ledger.read().orElseThrow().erasures()).containsKey(new PatientId(patient)));
  }

  private static ValidatableResponse health() {
    return RestAssured.get("/q/health/well").then();
  }

  private void erase(String patient) {
    askedByAnother(patient);
    api.post(erasure(patient) + "/confirmation", Map.of(), 200);
  }

  private void askedByAnother(String patient) {
    commands.sendAndWait(
        new RequestErasure(
            new PatientId(patient), ErasureReason.PATIENT_REQUEST, null, ANOTHER, Instant.now()));
  }

  private void refused(String path, String code) {
    refused(path, code, Map.of());
  }

  private void refused(String path, String code, Object body) {
    api.given()
        .body(body)
        .post(path)
        .then()
        .statusCode(409)
        .body("type", endsWith("/" + code))
        .body("status", equalTo(409));
  }

  private String claimOf(String patient) {
    return ((PatientRegistered) payloads.read(log.byStream(patient, 0, 1).get(0)))
        .mrnClaimId()
        .value();
  }

  private Map<String, Object> bed() {
    return Map.of("ward", api.newWard(), "bed", "1");
  }

  private static String erasure(String patient) {
    return "/patients/" + patient + "/erasure";
  }
}
