package health.vigil.app.attack;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.attack.RawRequest.Answer;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a path is written: it leads to what the table permits, or nowhere. OURS and THEIRS stand
 * for a patient of the nurse's ward and of another.
 */
@QuarkusTest
class PathsComponentTest extends ComponentTestBase {
  /** What a chart tells. */
  private static final String TOLD = "\"pulse\"";

  @Inject EventLog log;

  private final String own = api.newWard();
  private final String other = api.newWard();
  private String ours = "";
  private String theirs = "";
  private Attacker nurse;

  @BeforeEach
  void there_is_a_patient_in_each_ward() {
    ours = api.admittedPatient(own, "1");
    theirs = api.admittedPatient(other, "1");
    long position = api.observe(theirs, Map.of()).getLong("position");
    api.get("/patients/" + theirs + "/chart?minPosition=" + position);
    nurse = Attacker.nurseOf(own, log);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/patients/THEIRS/chart",
        "/api/v1/patients/THEIRS/chart/",
        "/api/v1/patients/THEIRS/chart//",
        "/api/v1/patients/THEIRS//chart",
        "/api/v1//patients/THEIRS/chart",
        "//api/v1/patients/THEIRS/chart",
        "/./api/v1/patients/THEIRS/chart",
        "/api/v1/patients/OURS/../THEIRS/chart",
        "/api/v1/patients/OURS/%2e%2e/THEIRS/chart",
        "/api/v1/patients/OURS/%2E%2E/THEIRS/chart",
        "/api/v1/patients/OURS/%252e%252e/THEIRS/chart",
        "/api/v1/patients/OURS/..;/THEIRS/chart",
        "/api/v1/patients/OURS/..%2fTHEIRS/chart",
        "/api/v1/patients/OURS%2f..%2fTHEIRS/chart",
        "/api/v1/patients/OURS%2F..%2FTHEIRS%2Fchart",
        "/api/v1/patients/OURS\\..\\THEIRS/chart",
        "/api/v1/patients/OURS%5c..%5cTHEIRS/chart",
        "/api/v1/patients/THEIRS%2Fchart",
        "/api/v1/patients%2FTHEIRS/chart",
        "/api/v1/patients/THEIRS;x=y/chart",
        "/api/v1/patients/THEIRS;/chart",
        "/api/v1/patients/OURS;THEIRS/chart",
        "/api/v1/patients/THEIRS/chart;x=y",
        "/api/v1/patients;x=y/THEIRS/chart",
        "/api/v1;x=y/patients/THEIRS/chart",
        "/api/v1/patients/THEIRS%20/chart",
        "/api/v1/patients/%20THEIRS/chart",
        "/api/v1/patients/THEIRS+/chart",
        "/api/v1/patients/THEIRS%00/chart",
        "/api/v1/patients/THEIRS/chart%00",
        "/api/v1/patients/THEIRS/chart%0d%0aX-Forged:%20yes",
        "/api/v1/patients/THEIRS/chart%",
        "/api/v1/patients/THEIRS/chart.json",
        "/API/V1/PATIENTS/THEIRS/CHART",
        "/api/v1/Patients/THEIRS/chart",
        "/api/v1/patients/THEIRS/Chart",
        "/api/v1/%70atients/THEIRS/chart",
        "/api/v1/patients/THEIRS/%63hart",
        "http://localhost/api/v1/patients/THEIRS/chart",
        "/api/v1/patients/THEIRS/chart?patientId=OURS",
        "/api/v1/patients/THEIRS/chart#/api/v1/patients/OURS/chart",
        "/api/v1/wards/MINE/../OTHER/board",
        "/api/v1/wards/MINE;x=y/../OTHER/board",
        "/api/v1/wards/OTHER;ward=MINE/board",
        "/api/v1/wards/OTHER/board?ward=MINE",
        "/q/health/../../api/v1/patients/THEIRS/chart",
        "/q/health/%2e%2e/%2e%2e/api/v1/patients/THEIRS/chart",
        "/q/health/..%2f..%2fapi/v1/patients/THEIRS/chart",
        "/q/swagger-ui/..;/..;/api/v1/patients/THEIRS/chart",
        "/q/health/..%2f..%2fapi/v1/stream",
        "/q/health/..;/api/v1/stream",
        "*"
      })
  void no_way_leads_to_another_wards_patient(String path) {
    Answer answer = RawRequest.send("GET " + written(path), as(nurse));

    assertThat(answer.status()).as(answer.text()).isBetween(300, 499);
    assertThat(answer.text()).doesNotContain(TOLD, theirs, "X-Forged");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/patients/OURS/chart",
        "/q/health/../../api/v1/patients/OURS/chart",
        "/q/health/..%2f..%2fapi/v1/patients/OURS/chart",
        "/q/health/..;/api/v1/patients/OURS/chart",
        "/q/openapi;/../../api/v1/patients/OURS/chart",
        "/api/v1/patients/OURS/chart;/q/health",
        "/api/v1/patients/OURS/chart?x=/q/health"
      })
  void without_a_token_no_way_leads_in(String path) {
    Answer answer = RawRequest.send("GET " + written(path), "");

    assertThat(answer.status()).as(answer.text()).isIn(400, 401, 404, 405);
    assertThat(answer.text()).doesNotContain(TOLD);
  }

  @Test
  void no_header_makes_another_request_of_it() {
    String target = "/api/v1/patients/" + theirs + "/chart";
    for (String header : List.of("X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix")) {
      Answer answer =
          RawRequest.send(
              "GET /api/v1/patients/" + ours + "/chart",
              as(nurse) + header + ": " + target + "\r\n");
      assertThat(answer.text()).doesNotContain(theirs);
    }
    for (String header :
        List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "_method")) {
      Answer answer =
          RawRequest.send(
              "GET /api/v1/patients/" + ours + "/discharge", as(nurse) + header + ": POST\r\n");
      assertThat(answer.status()).isEqualTo(405);
    }
    assertThat(nurse.recorded()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HEAD", "OPTIONS", "TRACE", "DELETE", "PATCH", "PROPFIND", "get", "G\u00cbT"})
  void no_method_is_a_way_around(String method) {
    Answer answer = RawRequest.send(method + " /api/v1/patients/" + theirs + "/chart", as(nurse));

    assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    assertThat(answer.text()).doesNotContain(TOLD, theirs);
    String discharge = " /api/v1/patients/" + ours + "/discharge";
    assertThat(RawRequest.send(method + discharge, as(nurse)).status()).isBetween(400, 499);
    assertThat(nurse.recorded()).isEmpty();
  }

  private String written(String path) {
    return path.replace("THEIRS", theirs)
        .replace("OURS", ours)
        .replace("OTHER", other)
        .replace("MINE", own);
  }

  private static String as(Attacker attacker) {
    return "Authorization: " + attacker.authorization() + "\r\n";
  }
}
