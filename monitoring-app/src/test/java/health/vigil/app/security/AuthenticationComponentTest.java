package health.vigil.app.security;

import static health.vigil.app.Tokens.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.Api;
import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import health.vigil.issuer.DemoIssuer;
import health.vigil.issuer.TokenRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthenticationComponentTest extends ComponentTestBase {
  private static final String READ = "/api/v1/audit/log?limit=1";

  @Test
  void a_token_of_the_issuer_is_taken() {
    assertThat(Asking.get(READ, bearer(Tokens.of(auditor()))).statusCode()).isEqualTo(200);
    assertThat(Asking.get(READ, "bearer " + Tokens.of(auditor())).statusCode()).isEqualTo(200);
    assertThat(Asking.get(READ, bearer(Forged.signed(Forged.claims()))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void without_a_token_nobody_is_let_in() {
    HttpResponse<String> answer = Asking.get(READ, null);

    assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    refused(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Basic YTpi",
        "Negotiate x",
        "x"
      })
  void what_is_no_token_lets_nobody_in(String authorization) {
    refused(Asking.get(READ, authorization));
  }

  @Test
  void a_token_of_another_issuer_lets_nobody_in(@TempDir Path folder) {
    DemoIssuer other = DemoIssuer.in(folder);
    String address = Tokens.issuer().address().toString();

    refused(other.token(auditor()));
    refused(other.token(auditor().issuer(address)));
    refused(Tokens.of(auditor().issuer(other.address().toString())));
  }

  @Test
  void a_token_for_somebody_else_lets_nobody_in() {
    refused(Tokens.of(auditor().audience("laboratory")));
    refused(signed(claims -> claims.unsetClaim("aud")));
  }

  @Test
  void a_token_that_has_expired_lets_nobody_in() {
    refused(Tokens.of(auditor().lasting(Duration.ofSeconds(-30))));
  }

  @Test
  void a_token_that_never_expires_lets_nobody_in() {
    refused(signed(claims -> claims.unsetClaim("exp")));
  }

  @Test
  void a_token_that_does_not_hold_yet_lets_nobody_in() {
    refused(signed(claims -> claims.setNotBefore(in(Duration.ofMinutes(5)))));
  }

  @Test
  void a_token_of_nobody_lets_nobody_in() {
    refused(signed(claims -> claims.unsetClaim("sub")));
    refused(signed(claims -> claims.setSubject("")));
    refused(signed(claims -> claims.setSubject("two\nlines")));
    refused(signed(claims -> claims.setSubject("x".repeat(201))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CN=Doe\\, John,OU=Ward 3,DC=hospital",
        "WARD\\nurse",
        "o'neil",
        "auth0|5f7c8",
        "José da Silva"
      })
  void whoever_a_directory_names_is_taken_by_that_name(String subject) {
    String token = Tokens.of(TokenRequest.of(subject).as("auditor"));

    assertThat(Asking.get(READ, bearer(token)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", "x ", "x\ty", "x\u0000", "${x}", "<x>", "x;y", "x\u202ey"})
  void a_name_that_can_not_be_kept_is_said_to_be_so(String subject) {
    HttpResponse<String> answer =
        Asking.get(READ, bearer(Tokens.of(TokenRequest.of(subject).as("auditor"))));

    refused(answer);
    assertThat(answer.body()).contains("claim sub").doesNotContain(subject);
  }

  @Test
  void a_ticket_of_a_hundred_wards_opens_the_stream() {
    TokenRequest request = TokenRequest.of("nurse-of-many");
    for (int ward = 0; ward < 100; ward++) {
      String name = "intensive-care-of-the-heart-centre-" + ward;
      request = request.as("nurse", name).as("physician", name);
    }
    String ticket = api.as(request).post("/stream/tickets", Map.of(), 200).getString("ticket");

    assertThat(Asking.statusOf("/api/v1/stream?ticket=" + ticket)).isEqualTo(200);
  }

  @Test
  void a_token_that_is_not_signed_by_the_issuers_key_lets_nobody_in() {
    refused(Forged.signedByAnother(Forged.claims()));
    refused(Forged.signedByItsOwnKey(Forged.claims()));
    refused(Forged.signedByNobody(Forged.claims()));
    refused(Forged.signedWithThePublicKey(Forged.claims()));
    refused(Forged.altered(Tokens.of(auditor())));
  }

  @Test
  void a_token_without_a_role_may_do_nothing() {
    HttpResponse<String> answer = Asking.get(READ, bearer(Tokens.of(TokenRequest.of("somebody"))));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems/forbidden");
  }

  @Test
  void the_actor_of_what_is_recorded_is_that_of_the_token() {
    String who = Api.unique("clerk");
    String patient =
        api.as(TokenRequest.of(who).from("reception").as("booking-clerk")).registerPatient();

    assertThat(api.get("/patients/" + patient + "/history").getList("items.actor"))
        .isNotEmpty()
        .containsOnly(who);
  }

  @Test
  void one_that_is_refused_records_nothing() {
    long before = head();

    api.as(TokenRequest.of("somebody"))
        .given()
        .body(Api.demographics())
        .post("/patients")
        .then()
        .statusCode(403);

    assertThat(head()).isEqualTo(before);
  }

  @Test
  void health_metrics_and_the_document_of_the_api_are_told_to_everybody() {
    for (String path :
        new String[] {"/q/health/ready", "/q/metrics", "/q/openapi", "/q/swagger-ui/"}) {
      assertThat(Asking.get(path, null).statusCode()).as(path).isEqualTo(200);
      assertThat(Asking.get(path, "Bearer nonsense").statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void what_is_not_beside_them_is_not_there() {
    assertThat(Asking.get("/q/swagger-ui/nothing", null).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api/v1/nothing",
        "/q/info",
        "/q/dev",
        "/q/healthy/../metricsx",
        "/api/v1/audit/log;x=1",
        "/api/v1/audit%2Flog",
        "/q/health/../../api/v1/audit/log/x"
      })
  void what_the_table_does_not_name_is_not_there(String path) {
    assertThat(Asking.get(path, null).statusCode()).isEqualTo(401);
    assertThat(Asking.get(path, bearer(Tokens.ofEverybody())).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/../../api/v1/audit/log",
        "/q/swagger-ui/..%2f..%2fapi/v1/audit/log",
        "/q/health/%2e%2e/%2e%2e/api/v1/audit/log",
        "/api/v1/audit/log/",
        "/api/v1//audit/log",
        "/api/v1/./audit/log",
        "/%61pi/v1/audit/log"
      })
  void a_path_in_disguise_opens_nothing(String path) {
    assertThat(Asking.get(path, null).body()).doesNotContain("eventId");
    assertThat(Asking.get(path, bearer(Tokens.of(TokenRequest.of("clerk").as("booking-clerk")))))
        .extracting(HttpResponse::statusCode)
        .isIn(403, 404);
  }

  @Test
  void where_FHIR_is_spoken_it_is_told_in_FHIR() {
    HttpResponse<String> answer = Asking.get("/fhir/R4/metadata", null);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/fhir+json");
    assertThat(JsonPath.from(answer.body()).getString("issue[0].code")).isEqualTo("login");
  }

  @Test
  void a_ticket_takes_the_place_of_a_token_at_the_stream_and_nowhere_else() {
    String ticket = api.post("/stream/tickets", Map.of(), 200).getString("ticket");

    assertThat(Asking.statusOf("/api/v1/stream?ticket=" + ticket)).isEqualTo(200);
    assertThat(Asking.statusOf("/api/v1/stream?ticket=")).isEqualTo(401);
    HttpResponse<String> altered =
        Asking.get("/api/v1/stream?ticket=" + Forged.altered(ticket), null);
    assertThat(altered.statusCode()).isEqualTo(401);
    assertThat(altered.body()).contains("The ticket does not hold", "POST /api/v1/stream/tickets");
    assertThat(Asking.statusOf(READ + "&ticket=" + ticket)).isEqualTo(401);
    refused(Asking.get("/api/v1/stream?ticket=" + ticket, bearer("x.y.z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/stream?ticket=%", "/api/v1/patients?x=%zz", "/nothing?x=%"})
  void a_query_that_can_not_be_read_is_no_failure_of_ours(String path) throws IOException {
    for (String authorization : new String[] {null, bearer(Tokens.ofEverybody())}) {
      assertThat(Asking.raw(path, authorization)).startsWith("HTTP/1.1 400 ");
    }
  }

  private long head() {
    return api.get("/audit/verification").getLong("head");
  }

  private static TokenRequest auditor() {
    return TokenRequest.of("auditor-1").as("auditor");
  }

  private static String signed(Consumer<JwtClaims> otherwise) {
    JwtClaims claims = Forged.claims();
    otherwise.accept(claims);
    return Forged.signed(claims);
  }

  private static NumericDate in(Duration time) {
    return NumericDate.fromSeconds(Instant.now().plus(time).getEpochSecond());
  }

  private static void refused(String token) {
    HttpResponse<String> answer = Asking.get(READ, bearer(token));
    refused(answer);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer error=\"invalid_token\"");
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("/problems/unauthenticated").doesNotContain("jose", "JWT");
  }
}
