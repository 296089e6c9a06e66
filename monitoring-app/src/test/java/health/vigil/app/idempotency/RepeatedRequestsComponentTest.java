package health.vigil.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.issuer.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedRequestsComponentTest extends ComponentTestBase {
  private static final int AT_ONCE = 12;

  @Test
  void a_registration_that_is_sent_twice_registers_once() {
    Map<String, Object> demographics = Api.demographics();
    String key = Api.unique("key");

    Response first = post("/patients", key, demographics);
    Response again = post("/patients", key, demographics);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
  }

  @Test
  void the_first_answer_is_given_even_when_the_state_has_changed_since() {
    String ward = api.newWard();
    String patient = api.registerPatient();
    String path = "/patients/" + patient + "/admission";
    Map<String, String> bed = Map.of("ward", ward, "bed", "1");
    String key = Api.unique("key");
    Response admitted = post(path, key, bed);
    api.given().post("/patients/{id}/discharge", patient).then().statusCode(200);

    assertThat(post(path, key, bed).asString()).isEqualTo(admitted.asString());
    assertThat(api.get("/patients/" + patient + "/history").getList("items.type"))
        .containsOnlyOnce("PatientAdmitted");
  }

  @Test
  void a_transfer_and_a_discharge_may_be_repeated_although_the_patient_has_left() {
    String ward = api.newWard();
    TokenRequest nurse = TokenRequest.of(Api.unique("nurse")).as("nurse", ward);
    String patient = api.admittedPatient(ward, "1");
    String other = api.admittedPatient(ward, "2");
    Map<String, String> bed = Map.of("ward", api.newWard(), "bed", "1");
    String transfer = "/patients/" + patient + "/transfer";
    String discharge = "/patients/" + other + "/discharge";
    String key = Api.unique("key");
    Response moved = post(api.as(nurse), transfer, key, bed);
    Response gone = post(api.as(nurse), discharge, key, Map.of());
    hasLeft(api.as(nurse), patient);
    hasLeft(api.as(nurse), other);

    assertThat(moved.statusCode()).isEqualTo(200);
    assertThat(post(api.as(nurse), transfer, key, bed).asString()).isEqualTo(moved.asString());
    assertThat(post(api.as(nurse), discharge, key, Map.of()).asString()).isEqualTo(gone.asString());
    assertThat(post(api.as(nurse), transfer, key, Map.of("ward", ward, "bed", "9")).statusCode())
        .isEqualTo(422);
    assertThat(post(api.as(nurse), transfer, Api.unique("key"), bed).statusCode()).isEqualTo(403);
    TokenRequest colleague = TokenRequest.of(Api.unique("nurse")).as("nurse", ward);
    assertThat(post(api.as(colleague), transfer, key, bed).statusCode()).isEqualTo(403);
    assertThat(post(api.as(nurse.from("another")), transfer, key, bed).statusCode()).isEqualTo(403);
  }

  @Test
  void the_key_of_a_reading_lets_no_other_reading_in() {
    String ward = api.newWard();
    Api nurse = api.as(TokenRequest.of(Api.unique("nurse")).as("nurse", ward));
    String patient = api.admittedPatient(ward, "1");
    String path = "/patients/" + patient + "/observations";
    Map<String, Object> set = Api.wellSet();
    String key = Api.unique("key");
    Response first = post(nurse, path, key, set);
    api.given().post("/patients/{id}/discharge", patient).then().statusCode(200);
    hasLeft(nurse, patient);

    assertThat(post(nurse, path, key, set).asString()).isEqualTo(first.asString());
    set.put("messageId", Api.unique("another"));
    assertThat(post(nurse, path, key, set).statusCode()).isEqualTo(403);
  }

  private void hasLeft(Api nurse, String patient) {
    eventually(
        () ->
            assertThat(nurse.given().get("/patients/{id}/chart", patient).statusCode())
                .isEqualTo(403));
  }

  @Test
  void a_device_message_that_comes_again_is_answered_alike() {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> set = Api.wellSet();
    set.put("messageId", Api.unique("device-7:"));

    Response first = post("/patients/" + patient + "/observations", null, set);
    Response again = post("/patients/" + patient + "/observations", null, set);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  void a_device_message_is_recorded_once_under_whatever_header_it_comes() {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> set = Api.wellSet();
    set.put("messageId", Api.unique("device-7:"));

    Response first = post("/patients/" + patient + "/observations", Api.unique("key"), set);
    Response again = post("/patients/" + patient + "/observations", Api.unique("key"), set);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  void a_slash_at_the_end_of_the_path_makes_no_other_message() {
    String path = "/patients/" + api.admittedPatient(api.newWard(), "1") + "/observations";
    Map<String, Object> set = Api.wellSet();
    set.put("messageId", Api.unique("device-7:"));

    Response first = post(path, null, set);

    assertThat(post(path + "/", null, set).asString()).isEqualTo(first.asString());
  }

  @Test
  void the_order_of_fields_makes_no_other_content() {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> set = new HashMap<>(Api.wellSet());
    set.put("messageId", Api.unique("device-7:"));
    Map<String, Object> otherOrder = new java.util.TreeMap<>(set);

    Response first = post("/patients/" + patient + "/observations", null, set);
    Response again = post("/patients/" + patient + "/observations", null, otherOrder);
    assertThat(again.asString()).isEqualTo(first.asString());
  }

  @Test
  void the_same_key_with_other_content_is_refused() {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> set = Api.wellSet();
    set.put("messageId", Api.unique("device-7:"));
    post("/patients/" + patient + "/observations", null, set);
    set.put("pulse", 73);

    Response other = post("/patients/" + patient + "/observations", null, set);
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.jsonPath().getString("type")).isEqualTo("/problems/key-reused");
  }

  @Test
  void one_key_may_be_used_for_different_things() {
    String ward = api.newWard();
    String key = Api.unique("key");
    String one = api.registerPatient();
    String other = api.registerPatient();

    assertThat(
            post("/patients/" + one + "/admission", key, Map.of("ward", ward, "bed", "1"))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            post("/patients/" + other + "/admission", key, Map.of("ward", ward, "bed", "2"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_refused_request_may_be_sent_again_under_its_key() {
    String ward = api.newWard();
    String inTheWay = api.admittedPatient(ward, "1");
    String patient = api.registerPatient();
    String path = "/patients/" + patient + "/admission";
    Map<String, String> bed = Map.of("ward", ward, "bed", "1");
    String key = Api.unique("key");

    assertThat(post(path, key, bed).statusCode()).isEqualTo(409);
    api.given().post("/patients/{id}/discharge", inTheWay).then().statusCode(200);
    assertThat(post(path, key, bed).statusCode()).isEqualTo(200);
  }

  @Test
  void a_key_is_visible_ascii() {
    Response refused = post("/patients", "a b", Api.demographics());

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.jsonPath().getList("errors.field")).isEqualTo(List.of("Idempotency-Key"));
    assertThat(post("/patients", "x".repeat(201), Api.demographics()).statusCode()).isEqualTo(422);
  }

  @Test
  void duplicates_that_arrive_at_once_are_recorded_once_and_answered_alike()
      throws ExecutionException, InterruptedException {
    String patient = api.admittedPatient(api.newWard(), "1");
    Map<String, Object> set = Api.wellSet();
    set.put("messageId", Api.unique("device-7:"));

    Set<String> answers = atOnce(() -> post("/patients/" + patient + "/observations", null, set));
    assertThat(answers).hasSize(1);
    assertThat(api.get("/patients/" + patient + "/history").getList("items.type"))
        .containsOnlyOnce("VitalSignsRecorded");
  }

  @Test
  void registrations_that_arrive_at_once_make_one_patient()
      throws ExecutionException, InterruptedException {
    Map<String, Object> demographics = Api.demographics();
    String key = Api.unique("key");

    Set<String> answers = atOnce(() -> post("/patients", key, demographics));
    assertThat(answers).hasSize(1);
    assertThat(JsonPath.from(answers.iterator().next()).getString("patientId")).isNotBlank();
  }

  private Set<String> atOnce(Callable<Response> request)
      throws ExecutionException, InterruptedException {
    ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<Response>> sent = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        sent.add(clients.submit(request));
      }
      Set<String> answers = new HashSet<>();
      for (Future<Response> answer : sent) {
        answers.add(answer.get().asString());
      }
      return answers;
    } finally {
      clients.shutdown();
    }
  }

  private Response post(String path, @org.jspecify.annotations.Nullable String key, Object body) {
    return post(api, path, key, body);
  }

  private static Response post(
      Api of, String path, @org.jspecify.annotations.Nullable String key, Object body) {
    return key == null
        ? of.given().body(body).post(path)
        : of.given().header("Idempotency-Key", key).body(body).post(path);
  }
}
