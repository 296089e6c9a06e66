package health.vigil.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class AuditLogComponentTest extends ComponentTestBase {
  private static final Pattern NEXT =
      Pattern.compile("<(/api/v1/audit/log\\?[^>]*)>; rel=\"next\"");

  @Test
  void it_tells_who_did_what_to_whom_and_masks_what_is_personal() {
    String patient = api.registerPatient();

    JsonPath registered =
        api.get("/audit/log?patient=" + patient + "&type=PatientRegistered")
            .setRootPath("items[0]");

    assertThat(registered.getString("type")).isEqualTo("PatientRegistered");
    assertThat(registered.getString("patient")).isEqualTo(patient);
    assertThat(registered.getString("actor")).isEqualTo("demo");
    assertThat(registered.getString("stream")).isEqualTo(patient);
    assertThat(registered.getString("hash")).matches("[0-9a-f]{64}");
    assertThat(registered.getString("correlationId")).isNotEmpty();
    assertThat(registered.getString("payload.demographics.familyName")).isEqualTo("•••");
    assertThat(registered.prettify()).doesNotContain("Meadows", "1950-05-17");
  }

  @Test
  void filters_are_combined() {
    String patient = api.admittedPatient(api.newWard(), "1");
    api.admittedPatient(api.newWard(), "1");
    String of = "/audit/log?patient=" + patient;

    assertThat(types(of)).contains("PatientRegistered", "MrnClaimed", "PatientAdmitted");
    assertThat(types(of + "&type=PatientRegistered&type=PatientAdmitted"))
        .containsExactly("PatientRegistered", "PatientAdmitted");
    assertThat(types(of + "&actor=demo&type=PatientAdmitted")).containsExactly("PatientAdmitted");
    assertThat(types(of + "&actor=nobody")).isEmpty();
    assertThat(types(of + "&type=AlertRaised")).isEmpty();
    assertThat(types("/audit/log?patient=nobody")).isEmpty();
    assertThat(types("/audit/log?patient=&actor=&limit=1")).hasSize(1);
  }

  @Test
  void times_are_those_of_the_recording() {
    String patient = api.registerPatient();
    api.admit(patient, api.newWard(), "1");
    String of = "/audit/log?patient=" + patient;
    List<String> types = types(of);
    String admitted = api.get(of + "&type=PatientAdmitted").getString("items[0].recordedAt");

    List<String> before = types(of + "&to=" + admitted);
    List<String> after = types(of + "&from=" + admitted);

    assertThat(before).contains("PatientRegistered").doesNotContain("PatientAdmitted");
    assertThat(after).contains("PatientAdmitted").doesNotContain("PatientRegistered");
    assertThat(before.size() + after.size()).isEqualTo(types.size());
    assertThat(types(of + "&from=2001-01-01T00:00:00Z&to=2002-01-01T00:00:00Z")).isEmpty();
    assertThat(types(of + "&from=9999-01-01T00:00:00Z")).isEmpty();
  }

  @Test
  void pages_follow_one_another_while_the_log_grows() {
    String ward = api.newWard();
    String patient = api.admittedPatient(ward, "1");
    int before = types("/audit/log?patient=" + patient).size();
    List<Object> positions = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonPath page = api.get("/audit/log?limit=2&patient=" + patient + cursor);
      positions.addAll(page.getList("items.position"));
      api.observe(patient, Map.of());
      cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
    }

    assertThat(positions).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(before);
    assertThat(api.get("/audit/log?limit=500&patient=" + patient).getList("items.position"))
        .startsWith(positions.toArray());
  }

  @Test
  void the_whole_log_comes_without_a_gap_as_lines_too() {
    api.admittedPatient(api.newWard(), "1");
    List<Long> positions = new ArrayList<>();
    String path = "/api/v1/audit/log?limit=500";
    while (path != null) {
      Response page = lines(path);
      page.asString()
          .lines()
          .forEach(line -> positions.add(JsonPath.from(line).getLong("position")));
      path = next(page);
    }

    assertThat(positions).startsWith(1L, 2L, 3L).isSorted().doesNotHaveDuplicates();
    assertThat(positions.get(positions.size() - 1)).isEqualTo(positions.size());
  }

  @Test
  void the_next_page_asks_for_the_same() {
    String patient = api.admittedPatient(api.newWard(), "1");

    Response first =
        lines(
            "/api/v1/audit/log?limit=1&patient="
                + patient
                + "&type=PatientRegistered&type=PatientAdmitted");
    Response second = lines(next(first));

    assertThat(first.asString()).contains("PatientRegistered").hasLineCount(1);
    assertThat(second.asString()).contains("PatientAdmitted").hasLineCount(1);
  }

  @Test
  void an_event_that_nobody_can_read_hides_no_other() throws Exception {
    String actor = Api.unique("actor");
    long position = LoggedExports.append(actor, "Audit");
    LoggedExports.append(actor, "Audit");

    try (AutoCloseable spoilt = LoggedExports.spoilt(position)) {
      api.given()
          .get("/audit/log?actor={actor}&from=2026-01-01T00:00:00Z", actor)
          .then()
          .statusCode(200)
          .body("items[0].position", equalTo((int) position))
          .body("items[0].payload", nullValue())
          .body("items[1].payload.reason", equalTo("•••"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "type, AlertRaised;--",
    "type, *",
    "from, yesterday",
    "to, 2026-13-01T00:00:00Z",
    "cursor, nonsense",
    "cursor, MTo1",
    "limit, 0",
    "limit, 501",
    "actor, a\u0001b",
  })
  void what_is_not_acceptable_is_named(String parameter, String value) {
    api.given()
        .queryParam(parameter, value)
        .get("/audit/log")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo(parameter));
  }

  @Test
  void a_time_that_ends_before_it_begins_is_refused() {
    api.given()
        .get("/audit/log?from=2026-11-23T08:00:00Z&to=2026-11-23T08:00:00Z")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("to"));
  }

  @Test
  void too_many_types_are_refused() {
    api.given()
        .queryParam("type", java.util.Collections.nCopies(51, "AlertRaised"))
        .get("/audit/log")
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("type"));
  }

  @Test
  void a_text_that_no_log_holds_is_refused() {
    api.given().queryParam("patient", "a\u0000b").get("/audit/log").then().statusCode(422);
  }

  private List<String> types(String path) {
    return api.get(path).getList("items.type");
  }

  private static Response lines(@Nullable String path) {
    Response page =
        RestAssured.given().urlEncodingEnabled(false).accept("application/x-ndjson").get(path);
    page.then().statusCode(200).contentType("application/x-ndjson");
    return page;
  }

  private static @Nullable String next(Response page) {
    String link = page.header("Link");
    if (link == null) {
      return null;
    }
    Matcher next = NEXT.matcher(link);
    assertThat(next.matches()).as(link).isTrue();
    return next.group(1);
  }
}
