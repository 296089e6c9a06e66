package health.vigil.e2e.badinput;

import static health.vigil.e2e.badinput.Refused.post;
import static health.vigil.e2e.badinput.Refused.put;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of bad input has its status and its problem document, changes nothing, and leaves
 * nothing of what was sent in the log of the application.
 */
class BadInputIT {
  private static final String MARKER = Values.MARKER;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private static Path folder;

  private static Workplace workplace;
  private static Vigil vigil;
  private static String admitted;
  private static String discharged;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    workplace = Workplace.in(folder);
    vigil = workplace.start(Map.of());
    Http http = new Http(vigil.url());
    Patients patients = new Patients(http);
    admitted = patients.admit("B", "1");
    patients.observe(admitted, Patients.well(Instant.now(), "known-message")).expect(201);
    discharged = patients.admit("B", "2");
    http.post("/patients/" + discharged + "/discharge", Map.of()).expect(200);
  }

  @AfterAll
  static void stop() {
    vigil.close();
    workplace.close();
  }

  static Stream<Refused> bodies() {
    String sets = "/patients/{admitted}/observations";
    String register = "/patients";
    return Stream.of(
        post("JSON that breaks off", 400, "malformed-request", "", sets, "{\"pulse\": 7"),
        post("no JSON", 400, "malformed-request", "", sets, "pulse=72"),
        post("nothing", 400, "malformed-request", "", sets, ""),
        post("a list", 400, "malformed-request", "", sets, "[]"),
        post("text after the end", 400, "malformed-request", "", sets, set("") + set("")),
        post("a field twice", 400, "malformed-request", "", sets, set("\"pulse\":1,\"pulse\":2")),
        post("unknown field", 400, "malformed-request", "puls", sets, set("\"puls\":72")),
        post("text for a number", 400, "malformed-request", "pulse", sets, set("\"pulse\":\"72\"")),
        post("a number for a text", 400, "malformed-request", "mrn", register, "{\"mrn\":7}"),
        post("NaN", 400, "malformed-request", "", sets, set("\"pulse\":NaN")),
        post("infinity", 400, "malformed-request", "", sets, set("\"pulse\":-Infinity")),
        post("huge number", 422, "invalid-value", "pulse", sets, set("\"pulse\":1e999999")),
        post("endless number", 400, "malformed-request", "", sets, number("9".repeat(5_000))),
        post("tiny number", 422, "invalid-value", "pulse", sets, set("\"pulse\":1e-999999")),
        post("beyond the body", 422, "invalid-value", "pulse", sets, set("\"pulse\":351")),
        post("below zero", 422, "invalid-value", "pulse", sets, set("\"pulse\":-1")),
        post(
            "1,000 objects deep",
            400,
            "malformed-request",
            "device",
            sets,
            deep("{\"a\":", "1", "}")),
        post("1,000 lists deep", 400, "malformed-request", "device", sets, deep("[", "", "]")),
        post(
            "too long",
            413,
            "body-too-large",
            "",
            sets,
            set("\"device\":\"" + "x".repeat(70_000) + "\"")),
        post("not UTF-8", 400, "malformed-request", "device", sets, "")
            .of("{\"device\":\"Qwxyzzy\u00e4\"}".getBytes(ISO_8859_1)),
        post("another media type", 415, "unsupported-media-type", "", sets, set(""))
            .with("Content-Type", "text/plain"),
        post("XML", 415, "unsupported-media-type", "", sets, "<a/>")
            .with("Content-Type", "application/xml"),
        post("an answer in XML", 406, "not-acceptable", "", sets, set(""))
            .with("Accept", "application/xml"),
        post("6 minutes ahead", 422, "invalid-value", "measuredAt", sets, at(360)),
        post("before birth", 422, "invalid-value", "measuredAt", sets, at("1857-03-04T00:00:00Z")),
        post("no time", 422, "invalid-value", "measuredAt", sets, "{\"pulse\":72}"),
        post("a day for a time", 422, "invalid-value", "measuredAt", sets, at("2026-11-23")),
        post(
            "a time that never was",
            422,
            "invalid-value",
            "measuredAt",
            sets,
            at("2026-02-30T08:00:00Z")),
        post(
            "unknown consciousness",
            422,
            "invalid-value",
            "consciousness",
            sets,
            set("\"consciousness\":\"" + MARKER + "\"")),
        post(
            "on air with a flow",
            422,
            "invalid-value",
            "supplementalOxygen",
            sets,
            set("\"supplementalOxygen\":false,\"oxygenFlow\":2")),
        post("key with a blank", 422, "invalid-value", "Idempotency-Key", sets, set(""))
            .with("Idempotency-Key", "two words"),
        post(
            "message id of another set",
            422,
            "key-reused",
            "",
            sets,
            set("\"pulse\":99,\"messageId\":\"known-message\"")),
        post(
            "unknown patient",
            404,
            "patient-not-found",
            "",
            "/patients/" + MARKER + "/observations",
            set("")),
        post(
            "unknown patient in bed",
            404,
            "patient-not-found",
            "",
            "/patients/nobody/admission",
            bed("9")),
        post(
            "unknown set",
            404,
            "observation-not-found",
            "",
            sets + "/none/retraction",
            "{\"reason\":\"" + MARKER + "\"}"),
        post("MRN that is taken", 409, "mrn-taken", "", register, person("E2E-B-1")),
        post(
            "MRN that is taken, in other letters",
            409,
            "mrn-taken",
            "",
            register,
            person("e2e-b-1")),
        post(
            "bed that is taken",
            409,
            "bed-taken",
            "",
            "/patients/{discharged}/admission",
            bed("1")),
        post(
            "who is gone is discharged",
            409,
            "not-admitted",
            "",
            "/patients/{discharged}/discharge",
            ""),
        post(
            "who is gone is moved",
            409,
            "not-admitted",
            "",
            "/patients/{discharged}/transfer",
            bed("9")),
        post(
            "who is there is admitted",
            409,
            "already-admitted",
            "",
            "/patients/{admitted}/admission",
            bed("9")),
        post(
            "control character",
            422,
            "invalid-value",
            "familyName",
            register,
            person("X").replace("Muster", "a\\u0007")),
        post(
            "born tomorrow",
            422,
            "invalid-value",
            "birthDate",
            register,
            person("X").replace("1957-03-04", "2957-03-04")),
        put(
                "plan on an old revision",
                412,
                "stale-revision",
                "",
                "/patients/{admitted}/monitoring-plan",
                PLAN)
            .with("If-Match", "\"7\""),
        put(
            "plan on no revision",
            428,
            "precondition-required",
            "",
            "/patients/{admitted}/monitoring-plan",
            PLAN),
        put(
                "plan of who is gone",
                409,
                "not-admitted",
                "",
                "/patients/{discharged}/monitoring-plan",
                PLAN)
            .with("If-Match", "\"0\""),
        put(
                "scale 2 for no reason",
                422,
                "invalid-value",
                "reason",
                "/patients/{admitted}/monitoring-plan",
                "{\"spo2Scale\":2}")
            .with("If-Match", "\"0\""));
  }

  private static final String PLAN = "{\"spo2Scale\":2,\"reason\":\"" + MARKER + "\"}";

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void isRefused(Refused request) throws IOException, InterruptedException {
    long before = workplace.log().head();

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(request.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonNode problem = Http.JSON.readTree(answer.body());
    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + request.type());
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(request.field());
    if (!request.field().isEmpty()) {
      assertThat(problem.at("/errors/0/message").asText()).as("what is accepted").isNotBlank();
    }
    assertThat(answer.body()).doesNotContain(MARKER);
    assertThat(workplace.log().head()).as("nothing is recorded").isEqualTo(before);
    assertThat(vigil.log()).doesNotContain(MARKER).doesNotContain("Muster");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("health.vigil.e2e.badinput.BadFhir#requests")
  void isRefusedInFhir(Refused request) throws IOException, InterruptedException {
    long before = workplace.log().head();

    HttpResponse<String> answer = send(request);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(request.status());
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/fhir+json"));
    JsonNode outcome = Http.JSON.readTree(answer.body());
    assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
    assertThat(outcome.at("/issue/0/diagnostics").asText()).isNotBlank();
    assertThat(outcome.at("/issue/0/expression/0").asText())
        .as(answer.body())
        .isEqualTo(request.field());
    assertThat(answer.body()).doesNotContain(MARKER);
    assertThat(workplace.log().head()).as("nothing is recorded").isEqualTo(before);
    assertThat(vigil.log()).doesNotContain(MARKER);
  }

  @Test
  void whoIsGoneIsChartedOutsideTheStay() throws IOException, InterruptedException {
    Http.Answer answer =
        new Patients(new Http(vigil.url()))
            .observe(discharged, Patients.critical(Instant.now(), "after-the-discharge"))
            .expect(201);

    assertThat(answer.text("notScored")).isEqualTo("OUTSIDE_STAY");
    assertThat(workplace.log().of("BreachBegan")).isEmpty();
  }

  private static HttpResponse<String> send(Refused request)
      throws IOException, InterruptedException {
    String path = whoever(request.path());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(vigil.url() + path))
            .method(request.method(), BodyPublishers.ofByteArray(body(request)));
    Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
    headers.putAll(request.headers());
    headers.forEach(builder::setHeader);
    return CLIENT.send(builder.build(), BodyHandlers.ofString());
  }

  private static byte[] body(Refused request) {
    byte[] body = request.body();
    return request.what().contains("UTF-8")
        ? body
        : whoever(new String(body, UTF_8)).getBytes(UTF_8);
  }

  private static String whoever(String text) {
    return text.replace("{admitted}", admitted).replace("{discharged}", discharged);
  }

  private static String set(String more) {
    return "{\"measuredAt\":\"" + Instant.now() + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
  }

  private static String number(String digits) {
    return set("\"pulse\":" + digits);
  }

  private static String at(int secondsAhead) {
    return at(Instant.now().plusSeconds(secondsAhead).toString());
  }

  private static String at(String time) {
    return "{\"measuredAt\":\"" + time + "\",\"pulse\":72}";
  }

  private static String deep(String open, String middle, String close) {
    return set("\"device\":" + open.repeat(1_000) + middle + close.repeat(1_000));
  }

  private static String bed(String bed) {
    return "{\"ward\":\"B\",\"bed\":\"" + bed + "\"}";
  }

  private static String person(String mrn) {
    return "{\"mrn\":\""
        + mrn
        + "\",\"familyName\":\"Muster\",\"givenName\":\""
        + MARKER
        + "\",\"birthDate\":\"1957-03-04\",\"sex\":\"FEMALE\"}";
  }
}
