package health.vigil.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.e2e.Http;
import health.vigil.e2e.Patients;
import health.vigil.e2e.Vigil;
import health.vigil.e2e.Workplace;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Two wards with a patient each: A has one who is well and on {@code monitor-a}, B one who is in
 * danger.
 */
final class Hospital implements AutoCloseable {
  private final Workplace workplace;
  private final Vigil vigil;
  private final DemoIssuer issuer;
  final String inA;
  final String inB;
  final String alertInB;

  private Hospital(Workplace workplace, Vigil vigil) throws IOException, InterruptedException {
    this.workplace = workplace;
    this.vigil = vigil;
    this.issuer = DemoIssuer.in(vigil.issuer());
    Http http = vigil.http();
    Patients patients = new Patients(http);
    inA = patients.admit("A", "1");
    inB = patients.admit("B", "1");
    patients.observe(inB, Patients.critical(Instant.now(), "danger")).expect(201);
    http.post("/devices/monitor-a/pairing", Map.of("patientId", inA)).expect(200);
    alertInB = alert(http);
  }

  static Hospital in(Path folder) throws IOException, InterruptedException {
    Workplace workplace = Workplace.in(folder);
    Vigil vigil = workplace.startWithoutIssuer(Map.of());
    assertThatItKnowsNobody(vigil);
    workplace.serveIssuerAgain();
    vigil.awaitReady();
    return new Hospital(workplace, vigil);
  }

  /** While its identity provider is away it says so at once, whoever asks. */
  private static void assertThatItKnowsNobody(Vigil vigil)
      throws IOException, InterruptedException {
    assertThat(vigil.http().isReady()).isFalse();
    Caller anybody = new Caller(vigil.url(), vigil.token());
    long begin = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      HttpResponse<String> answer = anybody.get("/api/v1/wards/A/board");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(answer.body()).contains("/problems/identity-provider-away");
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    assertThat(new Caller(vigil.url(), null).get("/api/v1/wards/A/board").statusCode())
        .isEqualTo(401);
  }

  private static String alert(Http http) {
    return await("the alert in ward B")
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              JsonNode first = http.get("/alerts?ward=B").body().at("/items/0/alertId");
              return first.asText("");
            },
            alert -> !alert.isEmpty());
  }

  static String observations(String patient) {
    return "/api/v1/patients/" + patient + "/observations";
  }

  /** Of somebody who is well, as JSON. */
  static String set(String messageId) throws IOException {
    return Http.JSON.writeValueAsString(Patients.well(Instant.now(), messageId));
  }

  Vigil vigil() {
    return vigil;
  }

  DemoIssuer issuer() {
    return issuer;
  }

  Workplace workplace() {
    return workplace;
  }

  Caller nobody() {
    return new Caller(vigil.url(), null);
  }

  Caller with(String token) {
    return new Caller(vigil.url(), token);
  }

  Caller with(TokenRequest request) {
    return with(issuer.token(request));
  }

  Caller nurseOfA() {
    return with(TokenRequest.of("nadia").as("nurse", "A"));
  }

  Caller device(String device) {
    return with(TokenRequest.ofDevice(device));
  }

  /** How far the log is. */
  long head() {
    return workplace.log().head();
  }

  @Override
  public void close() {
    vigil.close();
    workplace.close();
  }
}
