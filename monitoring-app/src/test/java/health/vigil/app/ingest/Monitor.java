package health.vigil.app.ingest;

import health.vigil.app.Api;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** A bedside monitor of one patient: each reading is measured a little after the one before. */
final class Monitor {
  private static final Duration STEP = Duration.ofMillis(20);

  private final Api api;
  private final String patient;
  private final String device = Api.unique("monitor");
  private Instant measuredAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private int sent;

  Monitor(Api api, String patient) {
    this.api = api;
    this.patient = patient;
  }

  /** A reading of a patient who is well, with other values than the usual. */
  Response sends(Map<String, ?> other) {
    return posts(next(other));
  }

  Map<String, Object> next(Map<String, ?> other) {
    measuredAt = measuredAt.plus(STEP);
    sent++;
    Map<String, Object> reading = new LinkedHashMap<>();
    reading.put("measuredAt", measuredAt.toString());
    reading.put("pulse", 72);
    reading.put("oxygenSaturation", 97);
    reading.put("device", device);
    reading.put("messageId", device + ":" + sent);
    reading.put("continuous", true);
    reading.putAll(other);
    return reading;
  }

  void waits(Duration time) {
    measuredAt = measuredAt.plus(time);
  }

  Response posts(Map<String, ?> reading) {
    return api.given().body(reading).post("/patients/{id}/observations", patient);
  }
}
