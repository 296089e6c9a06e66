package health.vigil.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two readers could understand differently, and such as never end. */
interface WireAttacks {
  int SLOW_CLIENTS = 60;

  Hospital hospital();

  private URI vigil() {
    return hospital().vigil().url();
  }

  private String nurse() {
    return "Authorization: Bearer " + hospital().nurseOfA().token() + "\r\n";
  }

  private String host() {
    return "Host: " + vigil().getAuthority() + "\r\n";
  }

  /** Ways of writing the path of the log, which a nurse may not read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/audit/log",
        "//api/v1/audit/log",
        "/api/v1//audit/log",
        "/api/v1/./audit/log",
        "/api/v1/audit/log/",
        "/api/v1/audit/log;ward=A",
        "/api/v1;x=/audit/log",
        "/api/v1/wards/A/../../audit/log",
        "/api/v1/wards/A/%2e%2e/%2e%2e/audit/log",
        "/api/v1/audit%2Flog",
        "/api/v1/%61udit/log",
        "/API/v1/audit/log",
        "/q/health/../../api/v1/audit/log",
        "/q/health/%2e%2e/%2e%2e/api/v1/audit/log",
        "/q/health/..%2f..%2fapi/v1/audit/log",
        "/q/swagger-ui/..;/../api/v1/audit/log",
        "/api/v1/audit/log%00",
        "/api/v1/audit/log%0d%0aX-Role:%20auditor",
        "/api/v1/audit\\log"
      })
  default void noSpellingOfAPathOpensIt(String path) throws IOException {
    for (String bearer : List.of("", nurse())) {
      try (RawHttp raw = new RawHttp(vigil())) {
        raw.send("GET " + path + " HTTP/1.1\r\n" + host() + bearer + "Connection: close\r\n\r\n");
        assertThat(raw.statuses()).as(path).allSatisfy(WireAttacks::isRefusal);
      }
    }
  }

  private static void isRefusal(int status) {
    assertThat(status).isBetween(400, 499);
  }

  /** What proxies and frameworks believe, and Vigil does not. */
  @Test
  default void noHeaderTurnsARequestIntoAnother() throws IOException, InterruptedException {
    long before = hospital().head();
    for (Map.Entry<String, String> header :
        Map.of(
                "X-HTTP-Method-Override", "POST",
                "X-Original-URL", "/q/health",
                "X-Rewrite-URL", "/q/health",
                "X-Forwarded-Prefix", "/q/health",
                "X-Forwarded-For", "127.0.0.1",
                "Forwarded", "for=127.0.0.1;host=localhost;proto=https")
            .entrySet()) {
      Map<String, String> headers = Map.of(header.getKey(), header.getValue());
      assertThat(hospital().nurseOfA().send("GET", "/api/v1/audit/log", "", headers).statusCode())
          .as(header.getKey())
          .isEqualTo(403);
      assertThat(hospital().nobody().send("GET", "/api/v1/audit/log", "", headers).statusCode())
          .as(header.getKey())
          .isEqualTo(401);
    }
    assertThat(hospital().head()).isEqualTo(before);
  }

  /** Each hides a second request in what one of two readers takes for the body of the first. */
  static List<String> ambiguousHeads() {
    return List.of(
        "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Content-Length: 5\r\nContent-Length: 300\r\n",
        "Content-Length: 5, 300\r\n",
        "Content-Length: +5\r\n",
        "Content-Length: -5\r\n",
        "Content-Length: 0x5\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n",
        "Transfer-Encoding: identity, chunked\r\nContent-Length: 5\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        "Transfer-Encoding:\u000bchunked\r\nContent-Length: 5\r\n",
        "X: y\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n");
  }

  @ParameterizedTest
  @MethodSource("health.vigil.e2e.attack.WireAttacks#ambiguousHeads")
  default void aHiddenRequestIsNotCarriedOut(String head) throws IOException, InterruptedException {
    long before = hospital().head();
    try (RawHttp raw = new RawHttp(vigil())) {
      raw.send(search(head, "0\r\n\r\n") + hidden());
      assertThat(raw.statuses())
          .as(head)
          .hasSizeLessThanOrEqualTo(1)
          .allSatisfy(WireAttacks::isRefusal);
    }
    assertThat(hospital().head()).isEqualTo(before);
    assertThat(hospital().nurseOfA().get("/api/v1/wards/A/board").statusCode()).isEqualTo(200);
  }

  /** It would be seen if it were: with a head that is read in one way it is. */
  @Test
  default void whatIsNotHiddenIsCarriedOut() throws IOException, InterruptedException {
    long before = hospital().head();
    try (RawHttp raw = new RawHttp(vigil())) {
      raw.send(search("Content-Length: 5\r\n", "0\r\n\r\n") + hidden());
      assertThat(raw.statuses()).hasSize(2).element(1).isEqualTo(201);
    }
    assertThat(hospital().head()).isGreaterThan(before);
  }

  private String search(String head, String body) {
    return "POST /api/v1/patients/search HTTP/1.1\r\n"
        + host()
        + nurse()
        + "Content-Type: application/json\r\n"
        + head
        + "\r\n"
        + body;
  }

  /** Of somebody who may do everything, whose request a proxy would have put behind the other. */
  private String hidden() {
    String patient =
        "{\"mrn\":\"HIDDEN-1\",\"familyName\":\"Muster\",\"givenName\":\"Bett\","
            + "\"birthDate\":\"1957-03-04\",\"sex\":\"FEMALE\"}";
    return "POST /api/v1/patients HTTP/1.1\r\n"
        + host()
        + "Authorization: Bearer "
        + hospital().vigil().token()
        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + patient.length()
        + "\r\n\r\n"
        + patient;
  }

  @Test
  default void twoTokensOfOneRequestAreNotMoreThanOne() throws IOException {
    String almighty = "Authorization: Bearer " + hospital().vigil().token() + "\r\n";
    String forged = "Authorization: Bearer qwxyzzy\r\n";
    for (String both : List.of(forged + almighty, nurse() + forged)) {
      try (RawHttp raw = new RawHttp(vigil())) {
        raw.send(
            "GET /api/v1/audit/log HTTP/1.1\r\n" + host() + both + "Connection: close\r\n\r\n");
        assertThat(raw.statuses()).allSatisfy(WireAttacks::isRefusal);
      }
    }
  }

  @Test
  default void aHugeTokenIsNoErrorOfTheServers() throws IOException {
    try (RawHttp raw = new RawHttp(vigil())) {
      raw.send("GET /api/v1/wards/A/board HTTP/1.1\r\n" + host())
          .send("Authorization: Bearer " + "x".repeat(60_000) + "\r\n\r\n");
      assertThat(raw.status()).isBetween(400, 499);
    } catch (IOException hungUp) {
      assertThat(hungUp).hasMessageContaining("re");
    }
  }

  @Test
  default void whoIsNotLetInIsToldBeforeTheBodyComes() throws IOException {
    try (RawHttp raw = new RawHttp(vigil())) {
      raw.send(
          "POST /api/v1/patients HTTP/1.1\r\n"
              + host()
              + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
      assertThat(raw.status()).isEqualTo(401);
    }
  }

  /** A byte a second, each of which a wait for the next piece would be content with. */
  @Test
  default void bodiesThatDripKeepNobodyOutAndAreEnded() throws IOException, InterruptedException {
    List<RawHttp> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CLIENTS; i++) {
        slow.add(new RawHttp(vigil()));
        slow.get(i).send(slowBeginning());
      }
      drip(slow);
      assertThat(hospital().nurseOfA().get("/api/v1/wards/A/board").statusCode()).isEqualTo(200);
      assertThat(
              hospital()
                  .nurseOfA()
                  .post(
                      "/api/v1/patients/" + hospital().inA + "/observations",
                      Hospital.set("amid-the-slow"))
                  .statusCode())
          .isEqualTo(201);
      await("five more pieces")
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> drip(slow), pieces -> pieces == 6);
      // A wait that begins anew with each piece would be ten seconds from here.
      await("the whole is too late")
          .atMost(Duration.ofSeconds(8))
          .until(() -> slow.get(0).hasAnswered());
      assertThat(slow.get(0).status()).isEqualTo(408);
    } finally {
      for (RawHttp one : slow) {
        one.close();
      }
    }
    assertThat(hospital().workplace().log().of("VitalSignsRecorded"))
        .filteredOn(set -> set.text("messageId").equals("amid-the-slow"))
        .hasSize(1);
  }

  private String slowBeginning() {
    return "POST /api/v1/patients/"
        + hospital().inA
        + "/observations HTTP/1.1\r\n"
        + host()
        + nurse()
        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
  }

  /** How many pieces each has sent by now. */
  private static int drip(List<RawHttp> slow) throws IOException {
    int pieces = 0;
    for (RawHttp one : slow) {
      pieces = one.send(" ").sent() - 1;
    }
    return pieces;
  }
}
