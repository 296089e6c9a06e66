package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.simulator.VigilApi.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One bed: it registers and admits its patient once, and then sends what its device measures. */
final class SimulatedBed {
  private final VigilApi api;
  private final Clock clock;
  private final String ward;
  private final String bed;
  private final Map<String, Object> person;
  private final Device device;
  private @Nullable String patientId;
  private Instant admittedAt = Instant.EPOCH;
  private long lastTick = -1;

  SimulatedBed(
      VigilApi api,
      Clock clock,
      String ward,
      String bed,
      Map<String, Object> person,
      Device device) {
    this.api = api;
    this.clock = clock;
    this.ward = ward;
    this.bed = bed;
    this.person = person;
    this.device = device;
  }

  String name() {
    return ward + "/" + bed;
  }

  /**
   * Sends the set that is due now, if it has not been sent.
   *
   * @return true when Vigil recorded a set
   * @throws IOException when Vigil can not be reached or refuses; the next call tries again
   */
  boolean observe() throws IOException, InterruptedException {
    String patient = patientId == null ? join() : patientId;
    long tick = device.tick(admittedAt, clock.instant());
    if (tick == lastTick) {
      return false;
    }
    Map<String, Object> set = device.observation(admittedAt, tick);
    String path = "/patients/" + patient + "/observations";
    expectOk(api.post(path, String.valueOf(set.get("messageId")), set));
    lastTick = tick;
    return true;
  }

  /** Finds the patient of this bed again, or brings one in. */
  private String join() throws IOException, InterruptedException {
    String key = "simulator-registers-" + person.get("mrn");
    JsonNode registered = expectOk(api.post("/patients", key, person)).body();
    String patient = registered.path("patientId").asText();
    long position = registered.path("position").asLong();
    Answer known = expectOk(api.get("/patients/" + patient + "?minPosition=" + position));
    String since = known.body().path("stay").path("admittedAt").asText("");
    admittedAt = since.isEmpty() ? admit(patient) : Instant.parse(since);
    patientId = patient;
    return patient;
  }

  private Instant admit(String patient) throws IOException, InterruptedException {
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    Map<String, Object> admission = Map.of("ward", ward, "bed", bed, "admittedAt", now.toString());
    expectOk(
        api.post(
            "/patients/" + patient + "/admission",
            "simulator-admits-" + patient + "-" + now.getEpochSecond(),
            admission));
    return now;
  }

  private static Answer expectOk(Answer answer) throws IOException {
    if (!answer.ok()) {
      throw new IOException("Vigil answered " + answer.problem());
    }
    return answer;
  }
}
