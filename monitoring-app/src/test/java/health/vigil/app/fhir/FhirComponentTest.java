package health.vigil.app.fhir;

import static health.vigil.app.fhir.Fhir.alert;
import static health.vigil.app.fhir.Fhir.batch;
import static health.vigil.app.fhir.Fhir.bloodPressure;
import static health.vigil.app.fhir.Fhir.byId;
import static health.vigil.app.fhir.Fhir.flow;
import static health.vigil.app.fhir.Fhir.news2;
import static health.vigil.app.fhir.Fhir.pulse;
import static health.vigil.app.fhir.Fhir.respiration;
import static health.vigil.app.fhir.Fhir.saturation;
import static health.vigil.app.fhir.Fhir.temperature;
import static health.vigil.app.fhir.Fhir.well;
import static health.vigil.app.fhir.Fhir.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.fhir.Fhir.Answer;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Observations as FHIR messages, alone and in batches. */
@QuarkusTest
class FhirComponentTest extends ComponentTestBase {
  private static final String RECORDED = "VitalSignsRecorded";
  private static final String PART = "ObservationPartRecorded";

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  @Inject EventLog log;

  static Stream<Arguments> vitals() {
    return Stream.of(
        vital("respirationRate", (who, at) -> respiration(who, at, 16), "16"),
        vital("oxygenSaturation", (who, at) -> saturation(who, at, 97), "97"),
        vital("oxygenFlow", (who, at) -> flow(who, at, 2), "2"),
        vital("systolicBloodPressure", (who, at) -> bloodPressure(who, at, 120, 75), "120"),
        vital("diastolicBloodPressure", (who, at) -> bloodPressure(who, at, 120, 75), "75"),
        vital("pulse", (who, at) -> pulse(who, at, 72), "72"),
        vital("consciousness", Fhir::alert, "ALERT"),
        vital("temperature", (who, at) -> temperature(who, at, "36.8"), "36.8"));
  }

  private static Arguments vital(
      String field, BiFunction<Map<?, ?>, Instant, Map<String, Object>> message, String value) {
    return Arguments.of(field, message, value);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vitals")
  void each_vital_sign_is_recorded(
      String field, BiFunction<Map<?, ?>, Instant, Map<String, Object>> message, String value) {
    String patient = admitted();

    String location =
        Fhir.post("/Observation", message.apply(byId(patient), now))
            .then()
            .statusCode(201)
            .contentType("application/fhir+json")
            .body("resourceType", is("OperationOutcome"))
            .header("Location", startsWith("/fhir/R4/Observation/"))
            .extract()
            .header("Location");

    JsonPath set = only(RECORDED, patient);
    assertThat(location).endsWith("/fhir/R4/Observation/" + set.getString("observationId"));
    assertThat(set.getString("values." + field)).isEqualTo(value);
  }

  @Test
  void messages_of_one_bundle_within_five_minutes_are_one_set() {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now.minusSeconds(300));
    messages.set(6, temperature(byId(patient), now, "36.8"));

    List<Answer> answers = entries(messages);

    assertThat(answers).extracting(Answer::status).containsOnly("201 Created");
    assertThat(answers).extracting(Answer::location).doesNotHaveDuplicates();
    JsonPath set = only(RECORDED, patient);
    assertThat(set.getBoolean("assessment.score.complete")).isTrue();
    assertThat(set.getString("measuredAt")).isEqualTo(now.toString());
    assertThat(events(PART, patient)).hasSize(6);
  }

  @Test
  void what_came_of_all_messages_of_a_bundle_has_one_correlation() {
    String one = admitted();
    String other = admitted();

    Response answer =
        Fhir.post(
            "",
            Fhir.bundle(
                "batch",
                List.of(
                    Fhir.create(pulse(byId(one), now, 80)),
                    Fhir.create(pulse(byId(other), now, 80)))));

    String request = answer.then().statusCode(200).extract().header("X-Correlation-Id");
    assertThat(api.get("/audit/trace/" + request).getList("events.patient")).contains(one, other);
  }

  @Test
  void a_second_value_of_a_vital_sign_and_a_later_one_begin_other_sets() {
    String patient = admitted();
    Map<String, Object> who = byId(patient);

    batch(
        Fhir.create(pulse(who, now, 80)),
        Fhir.create(pulse(who, now.minusSeconds(60), 70)),
        Fhir.create(respiration(who, now.minusSeconds(30), 16)),
        Fhir.create(saturation(who, now.minusSeconds(400), 97)));

    assertThat(payloads(RECORDED, patient))
        .extracting(
            set -> set.getString("values.oxygenSaturation"),
            set -> set.getString("values.pulse"),
            set -> set.getString("values.respirationRate"))
        .containsExactly(tuple("97", null, null), tuple(null, "70", "16"), tuple(null, "80", null));
  }

  @Test
  void whatever_is_sent_again_in_whatever_bundle_changes_nothing() {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now);
    List<Answer> first = entries(messages);
    long head = log.head();

    List<Answer> again = entries(messages);
    Collections.reverse(messages);
    List<Answer> reversed = entries(messages.subList(2, 5));
    Fhir.post("/Observation", messages.get(0)).then().statusCode(200);

    assertThat(again).extracting(Answer::status).containsOnly("200 OK");
    assertThat(again)
        .extracting(Answer::location)
        .containsExactlyElementsOf(first.stream().map(Answer::location).toList());
    assertThat(reversed).extracting(Answer::status).containsOnly("200 OK");
    assertThat(decidedSince(head)).isEmpty();
  }

  @Test
  void what_is_new_beside_what_is_known_is_recorded() {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now);
    entries(messages.subList(0, 3));

    List<Answer> answers = entries(messages);

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly(
            "200 OK",
            "200 OK",
            "200 OK",
            "201 Created",
            "201 Created",
            "201 Created",
            "201 Created");
    assertThat(events(RECORDED, patient)).hasSize(2);
  }

  @Test
  void a_message_twice_in_one_bundle_is_recorded_once() {
    String patient = admitted();
    Map<String, Object> message = pulse(byId(patient), now, 72);
    Map<String, Object> other = Fhir.with(message, "valueQuantity", Fhir.value(90, "/min"));

    List<Answer> answers = batch(Fhir.create(message), Fhir.create(message), Fhir.create(other));

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly("201 Created", "200 OK", "409 Conflict");
    assertThat(events(RECORDED, patient)).hasSize(1);
  }

  @Test
  void a_value_that_becomes_final_is_the_same_message() {
    Map<String, Object> message = pulse(byId(admitted()), now, 72);

    assertThat(Fhir.batch(Fhir.create(Fhir.with(message, "status", "preliminary"))).get(0).status())
        .isEqualTo("201 Created");
    assertThat(Fhir.batch(Fhir.create(message)).get(0).status()).isEqualTo("200 OK");
  }

  @Test
  void the_same_identifier_with_other_content_is_refused() {
    String patient = admitted();
    Map<String, Object> message = pulse(byId(patient), now, 72);
    batch(Fhir.create(message));
    long head = log.head();

    Fhir.post("/Observation", Fhir.with(message, "valueQuantity", Fhir.value(90, "/min")))
        .then()
        .statusCode(409)
        .body("issue[0].code", is("conflict"))
        .body("issue[0].expression[0]", is("Observation.identifier"));
    assertThat(decidedSince(head)).isEmpty();
  }

  @Test
  void one_refused_entry_harms_no_other() {
    String patient = admitted();
    Map<String, Object> who = byId(patient);

    List<Answer> answers =
        batch(
            Fhir.create(respiration(who, now, 16)),
            Fhir.create(Fhir.with(pulse(who, now, 72), "valueQuantity", Fhir.value(72, "/h"))),
            Fhir.create(pulse(byId("nobody"), now, 72)),
            Fhir.create(saturation(who, now.plus(Duration.ofMinutes(9)), 97)),
            Fhir.create(without(temperature(who, now, "36.8"), "status")),
            Map.of("request", Map.of("method", "GET", "url", "Patient/1")),
            Map.of(
                "request", Map.of("method", "POST", "url", "Device"),
                "resource", Map.of("resourceType", "Device")),
            Fhir.create(alert(who, now)));

    assertThat(answers)
        .extracting(answer -> answer.status().substring(0, 3))
        .containsExactly("201", "422", "422", "422", "400", "405", "404", "201");
    assertThat(expression(answers.get(1))).isEqualTo("Bundle.entry[1].resource.valueQuantity.code");
    assertThat(expression(answers.get(2))).isEqualTo("Bundle.entry[2].resource.subject");
    assertThat(expression(answers.get(3))).isEqualTo("Bundle.entry[3].resource.effectiveDateTime");
    assertThat(expression(answers.get(4))).isEqualTo("Bundle.entry[4].resource.status");
    JsonPath set = only(RECORDED, patient);
    assertThat(set.getString("values.respirationRate")).isEqualTo("16");
    assertThat(set.getString("values.consciousness")).isEqualTo("ALERT");
    assertThat(set.getString("values.pulse")).isNull();
  }

  @Test
  void a_refused_set_harms_no_other_of_the_same_patient() {
    String patient = admitted();
    Map<String, Object> who = byId(patient);

    List<Answer> answers =
        Fhir.batch(
            Fhir.create(pulse(who, now.minusSeconds(900), 71)),
            Fhir.create(pulse(who, Instant.parse("1940-01-01T00:00:00Z"), 72)),
            Fhir.create(pulse(who, now, 73)));

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly("201 Created", "422 Unprocessable Entity", "201 Created");
    assertThat(events(RECORDED, patient)).hasSize(2);
  }

  @Test
  void a_time_too_far_ahead_spoils_no_set() {
    Map<String, Object> who = byId(admitted());

    List<Answer> answers =
        batch(
            Fhir.create(pulse(who, now.plus(Duration.ofMinutes(3)), 72)),
            Fhir.create(saturation(who, now.plus(Duration.ofMinutes(7)), 97)));

    assertThat(answers)
        .extracting(Answer::status)
        .containsExactly("201 Created", "422 Unprocessable Entity");
    assertThat(expression(answers.get(1))).isEqualTo("Bundle.entry[1].resource.effectiveDateTime");
  }

  @Test
  void many_senders_of_one_bundle_record_it_once() throws ExecutionException, InterruptedException {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now);
    List<Callable<List<Answer>>> senders = new ArrayList<>();
    for (int sender = 0; sender < 12; sender++) {
      List<Map<String, Object>> some = new ArrayList<>(messages);
      Collections.rotate(some, sender % 3);
      senders.add(() -> untilAdmitted(some));
    }
    ExecutorService threads = Executors.newFixedThreadPool(senders.size());
    try {
      for (Future<List<Answer>> answers : threads.invokeAll(senders)) {
        assertThat(answers.get())
            .extracting(Answer::status)
            .allMatch(status -> status.equals("201 Created") || status.equals("200 OK"));
      }
    } finally {
      threads.shutdown();
    }

    assertThat(events(RECORDED, patient)).hasSize(1);
    assertThat(events(PART, patient)).hasSize(6);
  }

  @Test
  void a_score_from_outside_is_kept_and_compared() {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now);
    messages.add(news2(byId(patient), now, 4));

    List<Answer> answers = entries(messages);

    JsonPath outcome = answers.get(7).outcome();
    assertThat(outcome.getString("issue[0].severity")).isEqualTo("warning");
    assertThat(answers.get(0).hasOutcome()).isFalse();
    JsonPath set = only(RECORDED, patient);
    assertThat(set.getInt("externalScore.total")).isEqualTo(4);
    assertThat(set.getInt("assessment.score.total")).isZero();
    assertThat(set.getList("assessment.flags")).containsExactly("EXTERNAL_SCORE_DIFFERS");
  }

  @Test
  void a_score_from_outside_alone_is_refused() {
    Fhir.post("/Observation", news2(byId(admitted()), now, 4))
        .then()
        .statusCode(422)
        .body("issue[0].code", is("business-rule"));
  }

  @Test
  void a_set_in_danger_raises_an_alert() {
    String patient = admitted();
    Map<String, Object> who = byId(patient);

    batch(
        Fhir.create(respiration(who, now, 28)),
        Fhir.create(saturation(who, now, 88)),
        Fhir.create(pulse(who, now, 135)));

    eventually(
        () ->
            assertThat(log.bySubject(patient, 0, 100).stream().map(RecordedEvent::type).toList())
                .contains("BreachBegan", "AlertRaised"));
  }

  @Test
  void what_was_measured_outside_a_stay_is_charted() {
    String patient = api.registerPatient();

    Fhir.post("/Observation", pulse(byId(patient), now, 72))
        .then()
        .statusCode(201)
        .body("issue[0].severity", is("information"));
    assertThat(only(RECORDED, patient).getString("assessment.notScored")).isEqualTo("OUTSIDE_STAY");
  }

  @Test
  void before_birth_nothing_is_measured() {
    Fhir.post("/Observation", pulse(byId(admitted()), Instant.parse("1940-01-01T00:00:00Z"), 72))
        .then()
        .statusCode(422)
        .body("issue[0].expression[0]", is("Observation.effectiveDateTime"));
  }

  @Test
  void patients_are_named_by_number_too() {
    String mrn = Api.unique("mrn");
    String patient = api.registerPatient(Map.of("mrn", mrn));

    List<Answer> answers =
        batch(
            Fhir.create(pulse(Map.of("identifier", Fhir.identifier("urn:mrn", mrn)), now, 72)),
            Fhir.create(
                respiration(Map.of("reference", "Patient?identifier=urn:mrn%7C" + mrn), now, 16)));

    assertThat(answers).extracting(Answer::status).containsOnly("201 Created");
    assertThat(events(RECORDED, patient)).hasSize(1);
  }

  @Test
  void nothing_to_record_is_no_mistake() {
    Map<String, Object> who = byId(admitted());
    long head = log.head();

    List<Answer> answers =
        batch(
            Fhir.create(Fhir.with(pulse(who, now, 72), "status", "cancelled")),
            Fhir.create(Fhir.with(pulse(who, now, 72), "status", "entered-in-error")));

    assertThat(answers).extracting(Answer::status).containsOnly("200 OK");
    assertThat(decidedSince(head)).isEmpty();
  }

  @Test
  void a_reason_why_there_is_no_value_is_recorded() {
    String patient = admitted();
    Map<String, Object> refused =
        Fhir.with(
            without(temperature(byId(patient), now, "36.8"), "valueQuantity"),
            "dataAbsentReason",
            Map.of(
                "coding",
                List.of(
                    Map.of(
                        "system",
                        "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                        "code",
                        "asked-declined"))));

    batch(Fhir.create(refused), Fhir.create(pulse(byId(patient), now, 72)));

    assertThat(only(RECORDED, patient).getString("values.notMeasured.TEMPERATURE"))
        .isEqualTo("REFUSED");
  }

  @Test
  void an_amended_message_corrects_what_it_said_and_nothing_else() {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now);
    entries(messages);
    Map<String, Object> amended =
        Fhir.with(
            Fhir.with(messages.get(4), "status", "amended"),
            "valueQuantity",
            Fhir.value(95, "/min"));

    Fhir.post("/Observation", amended).then().statusCode(200);
    long head = log.head();
    Fhir.post("/Observation", amended).then().statusCode(200);
    entries(messages);

    assertThat(decidedSince(head)).isEmpty();
    JsonPath corrected = only("ObservationCorrected", patient);
    assertThat(corrected.getString("values.pulse")).isEqualTo("95");
    assertThat(corrected.getString("values.respirationRate")).isEqualTo("16");
    assertThat(corrected.getInt("assessment.score.total")).isEqualTo(1);
  }

  @Test
  void an_amended_message_that_was_never_seen_is_recorded() {
    String patient = admitted();
    Map<String, Object> amended = Fhir.with(pulse(byId(patient), now, 72), "status", "corrected");

    assertThat(batch(Fhir.create(amended)).get(0).status()).isEqualTo("201 Created");
    assertThat(batch(Fhir.create(amended)).get(0).status()).isEqualTo("200 OK");
    assertThat(events(RECORDED, patient)).hasSize(1);
  }

  @Test
  void what_is_taken_back_leaves_the_set_and_at_last_the_set_goes() {
    String patient = admitted();
    Map<String, Object> who = byId(patient);
    Map<String, Object> respiration = respiration(who, now, 28);
    Map<String, Object> pulse = pulse(who, now, 72);
    batch(Fhir.create(respiration), Fhir.create(pulse));

    Fhir.post("/Observation", error(respiration)).then().statusCode(200);
    assertThat(only("ObservationCorrected", patient).getString("values.respirationRate")).isNull();
    Fhir.post("/Observation", error(pulse)).then().statusCode(200);
    long head = log.head();
    batch(Fhir.create(error(pulse)), Fhir.create(error(respiration)), Fhir.create(pulse));

    assertThat(events("ObservationRetracted", patient)).hasSize(1);
    assertThat(decidedSince(head)).isEmpty();
  }

  @Test
  void a_message_may_be_recorded_and_amended_in_one_bundle() {
    String patient = admitted();
    Map<String, Object> message = pulse(byId(patient), now, 72);
    Map<String, Object> amended =
        Fhir.with(Fhir.with(message, "status", "amended"), "valueQuantity", Fhir.value(95, "/min"));

    List<Answer> answers = batch(Fhir.create(message), Fhir.create(amended));

    assertThat(answers).extracting(Answer::status).containsExactly("201 Created", "200 OK");
    assertThat(only("ObservationCorrected", patient).getString("values.pulse")).isEqualTo("95");
  }

  @Test
  void what_is_recorded_and_taken_back_in_one_bundle_is_taken_back_in_either_order() {
    String patient = admitted();
    Map<String, Object> one = pulse(byId(patient), now.minusSeconds(600), 180);
    Map<String, Object> other = pulse(byId(patient), now, 180);

    List<Answer> answers = batch(Fhir.create(one), Fhir.create(error(one)));
    List<Answer> reversed = batch(Fhir.create(error(other)), Fhir.create(other));

    assertThat(answers).extracting(Answer::status).containsExactly("201 Created", "200 OK");
    assertThat(reversed).extracting(Answer::status).containsExactly("200 OK", "201 Created");
    assertThat(events(RECORDED, patient)).hasSize(2);
    assertThat(events("ObservationRetracted", patient)).hasSize(2);
  }

  @Test
  void amendments_sent_again_change_nothing_though_one_changed_no_value() {
    String patient = admitted();
    Map<String, Object> message = respiration(byId(patient), now, 12);
    Map<String, Object> remarked =
        Fhir.with(
            Fhir.with(message, "status", "amended"), "note", List.of(Map.of("text", "by hand")));
    Map<String, Object> amended =
        Fhir.with(Fhir.with(message, "status", "amended"), "valueQuantity", Fhir.value(25, "/min"));
    List<Map<String, Object>> feed = List.of(message, remarked, amended);
    feed.forEach(one -> batch(Fhir.create(one)));
    long head = log.head();

    feed.forEach(one -> assertThat(batch(Fhir.create(one)).get(0).status()).isEqualTo("200 OK"));

    assertThat(decidedSince(head)).isEmpty();
    assertThat(only("ObservationCorrected", patient).getString("values.respirationRate"))
        .isEqualTo("25");
  }

  @Test
  void one_value_under_two_codes_leaves_the_set_whole() {
    String patient = admitted();
    List<Map<String, Object>> messages = well(byId(patient), now);
    messages.add(2, Fhir.quantity(byId(patient), now, "59408-5", 97, "%"));

    entries(messages);

    assertThat(only(RECORDED, patient).getBoolean("assessment.score.complete")).isTrue();
  }

  @Test
  void a_vital_sign_that_two_messages_tell_of_is_not_changed_by_one() {
    Map<String, Object> who = byId(admitted());
    Map<String, Object> flow = flow(who, now, 2);
    Map<String, Object> share = Fhir.quantity(who, now, "3150-6", 28, "%");
    batch(Fhir.create(flow), Fhir.create(share), Fhir.create(pulse(who, now, 72)));
    long head = log.head();

    List<Answer> answers = batch(Fhir.create(error(flow)), Fhir.create(error(share)));

    assertThat(answers).extracting(Answer::status).containsOnly("409 Conflict");
    assertThat(decidedSince(head)).isEmpty();
  }

  @Test
  void what_was_moved_to_another_patient_is_not_taken_back_here() {
    String wrong = admitted();
    Map<String, Object> message = pulse(byId(wrong), now, 72);
    String set = batch(Fhir.create(message)).get(0).location().substring("Observation/".length());
    api.post(
        "/patients/" + wrong + "/observations/" + set + "/retraction",
        Map.of("reason", "wrong patient", "movedTo", admitted()),
        200);

    Map<String, Object> amended =
        Fhir.with(Fhir.with(message, "status", "amended"), "valueQuantity", Fhir.value(95, "/min"));

    assertThat(batch(Fhir.create(error(message)), Fhir.create(amended)))
        .extracting(Answer::status)
        .containsOnly("409 Conflict");
  }

  @Test
  void a_score_from_outside_is_neither_amended_nor_taken_back() {
    Map<String, Object> who = byId(admitted());
    Map<String, Object> score = news2(who, now, 4);
    batch(Fhir.create(pulse(who, now, 72)), Fhir.create(score));
    Map<String, Object> amended =
        Fhir.with(Fhir.with(score, "status", "amended"), "valueQuantity", Fhir.value(5, "{score}"));

    List<Answer> answers = batch(Fhir.create(amended), Fhir.create(error(score)));

    assertThat(answers).extracting(Answer::status).containsOnly("422 Unprocessable Entity");
  }

  @Test
  void what_is_refused_is_told_as_an_outcome_that_repeats_nothing() {
    Map<String, Object> named =
        Fhir.with(
            pulse(byId(admitted()), now, 72),
            "subject",
            Map.of("identifier", Fhir.identifier("urn:mrn", "Secret-4711")));

    String text = Fhir.post("/Observation", named).then().statusCode(422).extract().asString();

    assertThat(text).contains("OperationOutcome").doesNotContain("Secret").doesNotContain("4711");
  }

  @Test
  void every_refusal_at_a_fhir_path_is_an_operation_outcome() {
    outcome(RestAssured.given().get("/fhir/R4/Nothing"), 404);
    outcome(RestAssured.given().put("/fhir/R4/Observation"), 405);
    outcome(
        RestAssured.given().contentType("application/fhir+xml").body("<a/>").post("/fhir/R4"), 415);
    outcome(Fhir.post("", "{"), 400);
    outcome(Fhir.post("", "x".repeat(1_100_000)), 413);
    outcome(
        RestAssured.given()
            .accept("application/fhir+xml")
            .contentType("application/fhir+json")
            .body("{}")
            .post("/fhir/R4"),
        406);
  }

  @Test
  void the_capability_statement_says_what_is_served() {
    RestAssured.given()
        .get("/fhir/R4/metadata")
        .then()
        .statusCode(200)
        .contentType("application/fhir+json")
        .body("resourceType", is("CapabilityStatement"))
        .body("fhirVersion", is("4.0.1"))
        .body("rest[0].interaction.code", is(List.of("batch", "transaction")));
  }

  private static void outcome(Response response, int status) {
    response
        .then()
        .statusCode(status)
        .contentType("application/fhir+json")
        .body("resourceType", is("OperationOutcome"));
  }

  private static Map<String, Object> error(Map<String, Object> message) {
    return Fhir.with(message, "status", "entered-in-error");
  }

  /** In a bed since an hour ago. */
  private String admitted() {
    String patient = api.registerPatient();
    String since = now.minus(Duration.ofHours(1)).toString();
    api.post(
        "/patients/" + patient + "/admission",
        Map.of("ward", api.newWard(), "bed", "1", "admittedAt", since),
        200);
    return patient;
  }

  /** As a client sends that is told to come again. */
  private static List<Answer> untilAdmitted(List<Map<String, Object>> messages) {
    Map<String, Object> bundle = Fhir.bundle("batch", messages.stream().map(Fhir::create).toList());
    Response response =
        Awaitility.await()
            .atMost(Duration.ofSeconds(60))
            .until(() -> Fhir.post("", bundle), answer -> answer.statusCode() != 503);
    return Fhir.answers(messages.size(), response.then().statusCode(200).extract().jsonPath());
  }

  private static List<Answer> entries(List<Map<String, Object>> messages) {
    return Fhir.entries("batch", messages.stream().map(Fhir::create).toList());
  }

  private static String expression(Answer answer) {
    return answer.outcome().getString("issue[0].expression[0]");
  }

  /** What commands decided; what sagas make of it comes when it comes. */
  private List<RecordedEvent> decidedSince(long position) {
    return log.read(position, 500).stream()
        .filter(event -> !"Alert".equals(event.streamType()))
        .toList();
  }

  private List<RecordedEvent> events(String type, String patient) {
    return log.bySubject(patient, 0, 500).stream()
        .filter(event -> event.type().equals(type))
        .toList();
  }

  private List<JsonPath> payloads(String type, String patient) {
    return events(type, patient).stream().map(event -> new JsonPath(event.payload())).toList();
  }

  private JsonPath only(String type, String patient) {
    List<JsonPath> all = payloads(type, patient);
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
