package health.vigil.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole story with marked values, refusals and failures included. */
@QuarkusTest
class PersonalDataComponentTest extends ComponentTestBase {
  private static final String MARKER = "Xyzzy";
  private static final List<String> LOGGERS = List.of("health.vigil", "org.axonframework");

  private final Recorder recorder = new Recorder();
  private final Map<String, Level> levels = new LinkedHashMap<>();

  @BeforeEach
  void listen() {
    for (String name : LOGGERS) {
      levels.put(name, Logger.getLogger(name).getLevel());
      Logger.getLogger(name).setLevel(Level.ALL);
    }
    Logger.getLogger("").addHandler(recorder);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(recorder);
    levels.forEach((name, level) -> Logger.getLogger(name).setLevel(level));
  }

  @Test
  void personal_data_is_in_no_log_metric_or_refusal() {
    String refusals = tellTheStory();

    assertThat(recorder.lines).as("the log was listened to").isNotEmpty();
    assertThat(recorder.lines).filteredOn(line -> line.contains(MARKER)).isEmpty();
    assertThat(RestAssured.given().get("/q/metrics").asString()).doesNotContain(MARKER);
    assertThat(refusals).doesNotContain(MARKER);
  }

  /** The texts of what was refused. */
  private String tellTheStory() {
    Map<String, Object> iris = marked();
    String ward = api.newWard();
    String patient = api.post("/patients", iris, 201).getString("patientId");
    api.admit(patient, ward, "1");
    String observation = api.observe(patient, Api.deterioration()).getString("observationId");
    Map<String, Object> correction = Api.wellSet();
    correction.put("reason", MARKER + " reason");
    api.post(
        "/patients/" + patient + "/observations/" + observation + "/correction", correction, 200);
    api.given()
        .header("If-Match", "\"0\"")
        .body(Map.of("spo2Scale", 2, "reason", MARKER + " plan"))
        .put("/patients/{id}/monitoring-plan", patient)
        .then()
        .statusCode(200);
    String unknown =
        api.post("/patients", Map.of("temporaryLabel", MARKER + " label"), 201)
            .getString("patientId");
    api.post("/patients/search", Map.of("name", MARKER), 200);
    return refusals(iris, patient, unknown);
  }

  private String refusals(Map<String, Object> iris, String patient, String unknown) {
    Map<String, Object> tooLong = marked();
    tooLong.put("familyName", MARKER.repeat(100));
    Map<String, Object> badDate = marked();
    badDate.put("birthDate", MARKER);
    Map<String, Object> again = new LinkedHashMap<>(iris);
    return send("/patients", again)
        + send("/patients", tooLong)
        + send("/patients", badDate)
        + send("/patients", "{\"mrn\":\"" + MARKER + "\", \"" + MARKER.substring(0, 4) + "\":")
        + send("/patients/" + unknown + "/identification", again)
        + send("/patients/" + patient + "/identification", marked())
        + send("/patients/" + patient + "/pause", Map.of("reason", MARKER))
        + send("/patients/" + patient + "/admission", Map.of("ward", MARKER, "bed", "1/1"));
  }

  private String send(String path, Object body) {
    return api.given()
        .header("Idempotency-Key", Api.unique(MARKER))
        .body(body)
        .post(path)
        .then()
        .extract()
        .asString();
  }

  private static Map<String, Object> marked() {
    Map<String, Object> demographics = Api.demographics();
    demographics.put("mrn", Api.unique(MARKER));
    demographics.put("familyName", MARKER + " Family");
    demographics.put("givenName", MARKER + " Given");
    return demographics;
  }

  /** Keeps each record as a log file would have it, stack traces included. */
  private static final class Recorder extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    Recorder() {
      setLevel(Level.ALL);
      setFormatter(new PatternFormatter("%p [%c] %s%e%n"));
    }

    @Override
    public void publish(LogRecord entry) {
      try {
        lines.add(getFormatter().format(entry));
      } catch (RuntimeException broken) {
        reportError(null, broken, ErrorManager.FORMAT_FAILURE);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
