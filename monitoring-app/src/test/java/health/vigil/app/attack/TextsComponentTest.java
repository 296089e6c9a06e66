package health.vigil.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.attack.Bodies.Call;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Texts that mean something to a database, to a log file or to a page, in every field of a body.
 */
@QuarkusTest
class TextsComponentTest extends ComponentTestBase {
  private static final String MARK = "forged7391";

  private static final List<String> TEXTS =
      List.of(
          "'; DROP TABLE vigil.events; -- " + MARK,
          "' OR '1'='1" + MARK,
          MARK + "\\'); SELECT pg_sleep(9); --",
          "x\r\n2026-11-23 09:00:00,000 ERROR [health.vigil] (main) " + MARK,
          "x\u2028" + MARK + "\u0085\u001b[31m",
          "${jndi:ldap://127.0.0.1/" + MARK + "}%n%s{{7*7}}",
          "<script>" + MARK + "</script>\u0000",
          "../../../etc/passwd/" + MARK);

  private static final List<String> LEAKS =
      List.of("PSQLException", "SQLState", "syntax error", "Exception", "health.vigil", "org.");

  /** Answers to who asks, and about what; none of them has looked at the text. */
  private static final Set<Integer> BEFORE_THE_TEXT = Set.of(401, 403, 404, 412, 415, 428);

  @Inject EventLog log;

  @Test
  void no_text_in_any_field_breaks_leaks_or_forges_anything() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    String alert = alertOf(ward, patient);
    Map<String, Object> known =
        Map.of("patientId", patient, "ward", ward, "movedTo", api.admittedPatient(ward, "2"));
    List<Call> calls = new Bodies(document()).calls();
    List<String> wrong = new ArrayList<>();
    Set<String> unreached = new TreeSet<>();
    List<String> logged = new CopyOnWriteArrayList<>();

    int asked = 0;
    try (Listening ignored = new Listening(logged)) {
      for (Call call : calls) {
        Map<String, String> ids = ids(call, patient, alert);
        call.example().replaceAll((name, value) -> known.getOrDefault(name, value));
        for (String field : call.texts()) {
          boolean reached = false;
          for (String text : TEXTS) {
            Response answer = ask(api, call, ids, field, text);
            asked++;
            reached |= isPrintable(text) && !BEFORE_THE_TEXT.contains(answer.statusCode());
            if (isWrong(answer)) {
              wrong.add(call.path() + " " + field + ": " + answer.statusCode());
            }
          }
          if (!reached) {
            unreached.add(call.path() + " " + field);
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
    assertThat(unreached).as("refused whatever the text was").isEmpty();
    assertThat(asked).isGreaterThan(200);
    assertThat(logged).noneMatch(line -> line.contains(MARK));
    assertThat(api.get("/audit/verification").getBoolean("intact")).isTrue();
  }

  private String alertOf(String ward, String patient) {
    api.observe(patient, Api.deterioration());
    List<String> alerts = new ArrayList<>();
    eventually(
        () -> {
          alerts.addAll(api.get("/alerts?ward=" + ward).getList("items.alertId"));
          assertThat(alerts).isNotEmpty();
        });
    return alerts.get(0);
  }

  /** Of things that the calls before have not ended. */
  private Map<String, String> ids(Call call, String patient, String alert) {
    Map<String, String> ids =
        new HashMap<>(
            Map.of("{patientId}", patient, "{alertId}", alert, "{device}", Api.unique("monitor")));
    if (call.path().contains("{observationId}")) {
      ids.put("{observationId}", api.observe(patient, Map.of()).getString("observationId"));
    }
    if (call.path().contains("{appointmentId}")) {
      Map<String, Object> booking =
          Map.of(
              "patientId",
              patient,
              "practitionerId",
              Api.unique("dr"),
              "start",
              "2031-03-03T10:00:00Z",
              "end",
              "2031-03-03T11:00:00Z");
      ids.put(
          "{appointmentId}", api.post("/appointments", booking, 201).getString("appointmentId"));
    }
    return ids;
  }

  @Test
  void a_search_takes_no_text_for_a_command() {
    for (String text : List.of("' OR '1'='1", "%", "_%", "\\", "*", "') OR TRUE --")) {
      Response answer = api.given().body(Map.of("mrn", text)).post("/patients/search");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.jsonPath().getList("items")).isEmpty();
    }
  }

  @Test
  void nothing_in_a_body_says_who_acts_or_what_about() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    Attacker nurse = Attacker.nurseOf(ward, log);
    Map<String, Object> more =
        Map.of(
            "actor", "somebody-else",
            "client", "another",
            "role", "supervisor",
            "roles", List.of("supervisor"),
            "patientId", "00000000-0000-4000-8000-000000000000",
            "position", 1,
            "observationId", "00000000-0000-4000-8000-000000000001",
            "recordedAt", "2020-01-01T00:00:00Z",
            "metadata", Map.of("actor", "somebody-else"),
            "score", 0);

    more.forEach(
        (name, value) -> {
          Map<String, Object> set = new HashMap<>(Api.wellSet());
          set.put(name, value);
          nurse
              .api()
              .given()
              .body(set)
              .post("/patients/" + patient + "/observations")
              .then()
              .statusCode(400);
        });
    assertThat(nurse.recorded()).isEmpty();

    nurse
        .api()
        .given()
        .header("X-Actor", "somebody-else")
        .header("X-Forwarded-User", "somebody-else")
        .body(Api.wellSet())
        .post("/patients/" + patient + "/observations")
        .then()
        .statusCode(201);
    assertThat(nurse.recorded()).containsExactly("VitalSignsRecorded");
  }

  /** Others are refused by their characters, before anything is looked up. */
  private static boolean isPrintable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  private static boolean isWrong(Response answer) {
    return answer.statusCode() >= 500
        || LEAKS.stream().anyMatch(answer.asString()::contains)
        || answer.headers().asList().stream().anyMatch(one -> one.getValue().contains(MARK));
  }

  private static Response ask(
      Api api, Call call, Map<String, String> ids, String field, String text) {
    Map<String, Object> body = new LinkedHashMap<>(call.example());
    body.put(field, text);
    String path = call.path();
    for (Map.Entry<String, String> id : ids.entrySet()) {
      path = path.replace(id.getKey(), id.getValue());
    }
    path = path.replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
    return api.given()
        .basePath("")
        .header("If-Match", "\"0\"")
        .body(body)
        .request(call.method(), path);
  }

  private static Map<String, Object> document() {
    return RestAssured.given().get("/q/openapi?format=json").jsonPath().getMap("");
  }

  /** Hears all that the application logs. */
  private static final class Listening extends Handler implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final List<String> lines;

    Listening(List<String> lines) {
      this.lines = lines;
      root.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage() + Arrays.toString(line.getParameters()) + line.getThrown());
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      root.removeHandler(this);
    }
  }
}
