package health.vigil.app.stream;

import static health.vigil.app.Tokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import health.vigil.app.stream.StreamClient.Received;
import health.vigil.issuer.TokenRequest;
import health.vigil.store.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what of the stream, and for how long. */
@QuarkusTest
class StreamAccessComponentTest extends ComponentTestBase {
  @Inject EventLog log;

  private final String own = api.newWard();
  private final String other = api.newWard();

  @Test
  void who_has_a_ward_sees_it_and_nothing_of_another() {
    long begin = log.head();
    try (StreamClient client = open("?position=" + begin, nurse(Duration.ofHours(1)))) {
      String theirs = api.admittedPatient(other, "1");
      String ours = api.admittedPatient(own, "1");

      eventually(() -> assertThat(client.events()).isNotEmpty());
      assertThat(client.events()).extracting(Received::data).allMatch(data -> data.contains(ours));
      assertThat(client.events())
          .extracting(Received::data)
          .noneMatch(data -> data.contains(theirs));
    }
  }

  @Test
  void another_ward_is_not_shown() {
    try (StreamClient client = open("?ward=" + other, nurse(Duration.ofHours(1)))) {
      eventually(() -> assertThat(client.status()).contains("403"));
    }
  }

  @Test
  void a_stream_ends_with_its_token_and_is_resumed_with_another_missing_nothing() {
    String patient = api.admittedPatient(own, "1");
    long begin = log.head();
    String last;
    try (StreamClient client = open("?position=" + begin, nurse(Duration.ofSeconds(4)))) {
      api.observe(patient, Map.of("pulse", 71));
      eventually(() -> assertThat(client.frames()).extracting(Received::event).contains("expired"));
      Received end = client.frames().get(client.frames().size() - 1);
      assertThat(end.event()).isEqualTo("expired");
      assertThat(end.position()).isGreaterThan(begin);
      last = end.id();
    }
    long missed = api.observe(patient, Map.of("pulse", 72)).getLong("position");

    String ticket = ticket(Map.of(), nurse(Duration.ofHours(1))).getString("ticket");
    try (StreamClient client = StreamClient.open("?ticket=" + ticket, last, null)) {
      eventually(() -> assertThat(client.events()).extracting(Received::position).contains(missed));
      assertThat(client.events()).extracting(Received::position).doesNotHaveDuplicates();
    }
  }

  @Test
  void a_ticket_opens_the_stream_of_its_ward_without_a_header() {
    String nurse = nurse(Duration.ofHours(1));
    String ticket = ticket(Map.of("ward", own), nurse).getString("ticket");
    long begin = log.head();
    try (StreamClient client =
        StreamClient.open("?position=" + begin + "&ticket=" + ticket, null, null)) {
      String ours = api.admittedPatient(own, "1");

      eventually(() -> assertThat(client.events()).isNotEmpty());
      assertThat(client.events()).extracting(Received::data).allMatch(data -> data.contains(ours));
    }
    try (StreamClient client =
        StreamClient.open("?ward=" + other + "&ticket=" + ticket, null, null)) {
      eventually(() -> assertThat(client.status()).contains("403"));
    }
  }

  @Test
  void a_ticket_is_given_for_ones_own_ward_only() {
    RestAssured.given()
        .basePath("/api/v1")
        .header("Authorization", bearer(nurse(Duration.ofHours(1))))
        .contentType("application/json")
        .body(Map.of("ward", other))
        .post("/stream/tickets")
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"?ticket=", "?ticket=e30.00", "?ticket=a&ticket=b", "?ticket=%00", "?ticket=x.y"})
  void what_is_no_ticket_lets_nobody_in(String query) {
    try (StreamClient client = StreamClient.open(query, null, null)) {
      eventually(() -> assertThat(client.status()).contains("401"));
    }
  }

  @Test
  void a_ticket_opens_nothing_but_the_stream() {
    String ticket = ticket(Map.of(), nurse(Duration.ofHours(1))).getString("ticket");

    RestAssured.given()
        .header("Authorization", "")
        .get("/api/v1/alerts?ticket=" + ticket)
        .then()
        .statusCode(401);
    RestAssured.given()
        .header("Authorization", "Bearer " + ticket)
        .get("/api/v1/stream")
        .then()
        .statusCode(401);
  }

  private static StreamClient open(String query, String token) {
    return StreamClient.open(query, null, bearer(token));
  }

  private JsonPath ticket(Map<String, String> about, String token) {
    return RestAssured.given()
        .basePath("/api/v1")
        .header("Authorization", bearer(token))
        .contentType("application/json")
        .body(about)
        .post("/stream/tickets")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String nurse(Duration lasting) {
    return Tokens.of(TokenRequest.of(Api.unique("nurse")).as("nurse", own).lasting(lasting));
  }
}
