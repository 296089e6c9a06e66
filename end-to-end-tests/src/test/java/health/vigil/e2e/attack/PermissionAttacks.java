package health.vigil.e2e.attack;

import static health.vigil.e2e.attack.Caller.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever shows a token that holds gets what it permits, and can guess nothing else. */
interface PermissionAttacks {
  String NOBODY_HAS_IT = "0190c1de-0000-7000-8000-000000000000";

  Hospital hospital();

  @Test
  default void anotherWardIsClosedAndNothingCanBeGuessed()
      throws IOException, InterruptedException {
    long before = hospital().head();
    Caller nurse = hospital().nurseOfA();
    assertThat(nurse.get("/api/v1/patients/" + hospital().inA).statusCode()).isEqualTo(200);

    for (String path :
        List.of(
            "/api/v1/patients/{}",
            "/api/v1/patients/{}/chart",
            "/api/v1/patients/{}/history",
            "/api/v1/patients/{}/observations",
            "/api/v1/patients/{}/monitoring-plan")) {
      assertAlike(
          nurse.get(path.replace("{}", hospital().inB)),
          nurse.get(path.replace("{}", NOBODY_HAS_IT)));
    }
    assertAlike(
        nurse.post(Hospital.observations(hospital().inB), Hospital.set("guess")),
        nurse.post(Hospital.observations(NOBODY_HAS_IT), Hospital.set("guess")));
    assertAlike(
        nurse.get("/api/v1/alerts/" + hospital().alertInB),
        nurse.get("/api/v1/alerts/alert-" + NOBODY_HAS_IT));
    assertAlike(
        nurse.post("/api/v1/alerts/" + hospital().alertInB + "/acknowledgement", "{}"),
        nurse.post("/api/v1/alerts/alert-" + NOBODY_HAS_IT + "/acknowledgement", "{}"));
    assertAlike(nurse.get("/api/v1/wards/B/board"), nurse.get("/api/v1/wards/nowhere/board"));
    assertAlike(nurse.get("/api/v1/alerts?ward=B"), nurse.get("/api/v1/alerts?ward=nowhere"));
    assertAlike(nurse.get("/api/v1/stream?ward=B"), nurse.get("/api/v1/stream?ward=nowhere"));

    assertThat(nurse.get("/api/v1/alerts").body()).doesNotContain(hospital().alertInB);
    assertThat(nurse.post("/api/v1/patients/search", "{\"ward\":\"B\"}").body())
        .doesNotContain(hospital().inB);
    assertThat(hospital().head()).isEqualTo(before);
  }

  /** What one may not see and what is not there are answered by the same words. */
  private static void assertAlike(HttpResponse<String> closed, HttpResponse<String> missing)
      throws IOException {
    assertThat(closed.statusCode()).as(closed.uri() + " " + closed.body()).isEqualTo(403);
    assertThat(missing.statusCode()).as(missing.uri() + " " + missing.body()).isEqualTo(403);
    JsonNode one = problem(closed);
    assertThat(one.path("type").asText()).isEqualTo("/problems/forbidden");
    assertThat(one.path("detail")).isEqualTo(problem(missing).path("detail"));
    assertThat(one.path("title")).isEqualTo(problem(missing).path("title"));
  }

  @Test
  default void aDeviceSendsTheSetsOfItsPatientAndNothingElse()
      throws IOException, InterruptedException {
    Caller device = hospital().device("monitor-a");
    assertThat(
            device
                .post(Hospital.observations(hospital().inA), Hospital.set("device-1"))
                .statusCode())
        .isEqualTo(201);
    long before = hospital().head();

    for (HttpResponse<String> refused :
        List.of(
            device.post(Hospital.observations(hospital().inB), Hospital.set("device-2")),
            device.post(
                Hospital.observations(hospital().inA),
                Hospital.set("device-3").replaceFirst("\\{", "{\"device\":\"monitor-b\",")),
            hospital()
                .device("monitor-b")
                .post(Hospital.observations(hospital().inA), Hospital.set("device-4")),
            device.get("/api/v1/patients/" + hospital().inA),
            device.get(Hospital.observations(hospital().inA)),
            device.get("/api/v1/wards/A/board"),
            device.post("/api/v1/devices/monitor-a/release", ""),
            device.post(
                "/api/v1/devices/monitor-b/pairing",
                "{\"patientId\":\"" + hospital().inA + "\"}"))) {
      assertThat(refused.statusCode()).as(refused.uri() + " " + refused.body()).isEqualTo(403);
    }
    await()
        .untilAsserted(
            () ->
                assertThat(hospital().workplace().log().all())
                    .as("the wards of both patients are told, and nothing else is recorded")
                    .filteredOn(event -> event.position() > before)
                    .extracting(event -> event.type())
                    .containsExactly("DeviceRefused", "DeviceRefused"));
  }

  @Test
  default void whoActsIsWhatTheTokenSaysAndNeverWhatABodySays()
      throws IOException, InterruptedException {
    Caller nurse = hospital().nurseOfA();
    long before = hospital().head();
    for (String more : List.of("actor", "recordedBy", "roles", "sub", "patientId", "recordedAt")) {
      String body = Hospital.set("assigned").replaceFirst("\\{", "{\"" + more + "\":\"director\",");
      assertThat(nurse.post(Hospital.observations(hospital().inA), body).statusCode())
          .as(more)
          .isBetween(400, 499);
    }
    assertThat(hospital().head()).isEqualTo(before);

    HttpResponse<String> recorded =
        nurse.send(
            "POST",
            Hospital.observations(hospital().inA),
            Hospital.set("assigned"),
            Map.of("X-Actor", "director", "X-Remote-User", "director"));

    assertThat(recorded.statusCode()).isEqualTo(201);
    assertThat(hospital().workplace().log().all())
        .filteredOn(event -> event.position() > before)
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.metadata().toString()).doesNotContain("director"))
        .anySatisfy(event -> assertThat(event.metadata().toString()).contains("nadia"));
  }
}
