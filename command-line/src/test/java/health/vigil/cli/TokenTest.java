package health.vigil.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.issuer.DemoIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that are made, and those that verbs show. */
class TokenTest {

  @TempDir private Path home;

  private static final String TRACE = "GET /api/v1/audit/trace/13?limit=500";

  private Called token(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "token";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Called.vigil(home, Map.of(), all);
  }

  private JsonNode claims(String... arguments) throws JsonProcessingException {
    DemoIssuer.in(home.resolve("data/demo-issuer"));
    Called called = token(arguments);
    assertThat(called.exitCode()).as(called.err()).isZero();
    assertThat(called.err()).isEmpty();
    assertThat(called.out()).hasLineCount(1);
    return claims(called.out());
  }

  private static JsonNode claims(String token) throws JsonProcessingException {
    String payload = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);
    return new ObjectMapper().readTree(payload);
  }

  private static List<String> groups(JsonNode claims) {
    List<String> groups = new ArrayList<>();
    claims.path("groups").forEach(group -> groups.add(group.asText()));
    return groups;
  }

  @Test
  void aNurseOfAWardIsPrintedAloneForTheShell() throws JsonProcessingException {
    JsonNode claims = claims("nurse", "--ward", "A");

    assertThat(claims.path("sub").asText()).isEqualTo("demo-nurse");
    assertThat(claims.path("azp").asText()).isEqualTo("vigil-cli");
    assertThat(groups(claims)).containsExactly("vigil:nurse:A");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
        .isBetween(8 * 3600L, 8 * 3600L + 10);
  }

  @Test
  void rolesAndWardsGoTogetherAndTheBearerHasAName() throws JsonProcessingException {
    JsonNode claims =
        claims(
            "nurse",
            "supervisor",
            "auditor",
            "--ward",
            "A",
            "--ward",
            "*",
            "--as",
            "nadia",
            "--for",
            "30m");

    assertThat(claims.path("sub").asText()).isEqualTo("nadia");
    assertThat(groups(claims))
        .containsExactly(
            "vigil:nurse:A",
            "vigil:nurse:*",
            "vigil:supervisor:A",
            "vigil:supervisor:*",
            "vigil:auditor");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(1800L, 1810L);
  }

  @Test
  void aDeviceIsBoundToItself() throws JsonProcessingException {
    JsonNode claims = claims("device", "--device", "monitor-1");

    assertThat(claims.path("sub").asText()).isEqualTo("monitor-1");
    assertThat(claims.path("vigil_device").asText()).isEqualTo("monitor-1");
    assertThat(groups(claims)).containsExactly("vigil:device");
  }

  @Test
  void whatDoesNotGoTogetherIsSaid() {
    token("nurse").assertFailed(2, "A nurse works on wards", "--ward A");
    token("doctor").assertFailed(2, "There is no role doctor", "physician");
    token("auditor", "--ward", "A").assertFailed(2, "--ward goes with nurse");
    token("device").assertFailed(2, "bound to one device", "--device");
    token("nurse", "--ward", "A", "--device", "x").assertFailed(2, "with no other");
    token("nurse", "--ward", "A:B").assertFailed(2, "--ward has to name a ward");
    for (String time : List.of("8", "0h", "31d", "-1h", "99999d", "soon")) {
      token("auditor", "--for", time).assertFailed(2, "--for");
    }
    token().assertFailed(2, "ROLE");
  }

  @Test
  void whereThereIsNoDemoIssuerThatIsSaid() {
    token("auditor")
        .assertFailed(3, "no demo issuer in " + home.resolve("data/demo-issuer"), "./vigil demo");
  }

  @Test
  void aVerbShowsTheTokenOfItsFileThenOfTheEnvironmentThenOfTheDemo() throws IOException {
    DemoIssuer.in(home.resolve("data/demo-issuer"));
    Path file = home.resolve("token");
    Files.writeString(file, "from-file\n");
    try (StubVigil vigil = new StubVigil().answering(TRACE, 200, "{\"events\":[]}")) {
      Map<String, String> environment = new HashMap<>(vigil.environment());
      Called.vigil(home, environment, "trace", "13");
      environment.put("VIGIL_TOKEN", "from-environment");
      Called.vigil(home, environment, "trace", "13");
      Called.vigil(home, environment, "trace", "13", "--token-file", file.toString());

      List<String> shown = vigil.shown().stream().map(Optional::orElseThrow).toList();
      assertThat(groups(claims(shown.get(0)))).containsExactly("vigil:auditor");
      assertThat(shown.subList(1, 3))
          .containsExactly("Bearer from-environment", "Bearer from-file");
    }
    Called.vigil(home, Map.of(), "trace", "13", "--token-file", home.resolve("no").toString())
        .assertFailed(3, "--token-file");
  }

  @Test
  void aTokenOfTheDemoIsShownOnThisMachineAlone() {
    DemoIssuer.in(home.resolve("data/demo-issuer"));
    try (StubVigil vigil = new StubVigil().answering(TRACE, 401, "{\"status\":401}")) {
      String otherName = vigil.url().replace("127.0.0.1", "[::ffff:127.0.0.1]");
      Called.vigil(home, Map.of(), "trace", "13", "--url", otherName);

      assertThat(vigil.shown()).containsExactly(Optional.empty());
    }
  }

  @Test
  void aTokenThatIsNotAcceptedIsSaidInALine() {
    try (StubVigil vigil =
        new StubVigil().answering(TRACE, 401, "{\"title\":\"Unauthenticated\",\"status\":401}")) {
      Called.vigil(home, vigil.environment(), "trace", "13")
          .assertFailed(3, "accepts no token", "VIGIL_TOKEN", "--token-file");
      assertThat(vigil.shown()).containsExactly(Optional.empty());
    }
  }
}
