package health.vigil.e2e.attack;

import static health.vigil.e2e.attack.Caller.problem;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.issuer.TokenRequest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whoever shows no token that holds gets nothing, learns nothing and changes nothing. */
interface TokenAttacks {
  int BAD_TOKENS = 10_000;

  Hospital hospital();

  /** By what is wrong with them. */
  Map<String, String> forged();

  @Test
  default void noForgedTokenIsAccepted() throws IOException, InterruptedException {
    long before = hospital().head();
    for (Map.Entry<String, String> token : forged().entrySet()) {
      Caller caller = hospital().with(token.getValue());
      for (HttpResponse<String> answer :
          List.of(
              caller.get("/api/v1/wards/A/board"),
              caller.get("/api/v1/audit/log"),
              caller.post(Hospital.observations(hospital().inA), Hospital.set("forged")))) {
        assertUnauthenticated(token.getKey(), answer);
        assertThat(answer.body()).as(token.getKey()).doesNotContain("mallory", "qwxyzzy");
      }
    }
    assertThat(hospital().head()).isEqualTo(before);
    assertThat(hospital().vigil().log()).doesNotContain("mallory", "qwxyzzy");
  }

  private static void assertUnauthenticated(String what, HttpResponse<String> answer)
      throws IOException {
    assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .as(what)
        .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
    assertThat(problem(answer).path("type").asText())
        .as(what)
        .isEqualTo("/problems/unauthenticated");
  }

  @Test
  default void aTokenHoldsInItsHeaderOnly() throws IOException, InterruptedException {
    String good = hospital().vigil().token();
    String path = "/api/v1/wards/A/board";
    Caller nobody = hospital().nobody();

    assertUnauthenticated("no token", nobody.get(path));
    assertUnauthenticated("in the query", nobody.get(path + "?access_token=" + good));
    for (Map.Entry<String, String> elsewhere :
        Map.of(
                "Cookie",
                "q_session=" + good + "; access_token=" + good,
                "X-Access-Token",
                good,
                "Proxy-Authorization",
                "Bearer " + good,
                "X-Forwarded-User",
                "supervisor")
            .entrySet()) {
      assertUnauthenticated(
          elsewhere.getKey(),
          nobody.send("GET", path, "", Map.of(elsewhere.getKey(), elsewhere.getValue())));
    }
    assertUnauthenticated(
        "Basic", nobody.send("GET", path, "", Map.of("Authorization", "Basic " + good)));
    assertUnauthenticated("no scheme", nobody.send("GET", path, "", Map.of("Authorization", good)));
  }

  @Test
  default void whatATokenSaysIsNeverMoreThanText() throws IOException, InterruptedException {
    long before = hospital().head();
    List<TokenRequest> evil =
        List.of(
            TokenRequest.of("x'; DROP TABLE vigil.events; --").as("nurse", "A"),
            TokenRequest.of("nadia\r\n2026 INFO qwxyzzy signed in").as("nurse", "A"),
            TokenRequest.of("${jndi:ldap://qwxyzzy}\u0000").as("nurse", "A"),
            TokenRequest.of("nadia").from("x\ny'--").as("nurse", "A' OR '1'='1"),
            TokenRequest.of("nadia").inGroup("vigil:nurse:*:B").inGroup("vigil:"),
            TokenRequest.of("nadia").inGroup("vigil:NURSE:A").inGroup("nurse:A"),
            TokenRequest.of("nadia").inGroup("VIGIL:supervisor:*").inGroup(" vigil:auditor"));
    for (TokenRequest request : evil) {
      Caller caller = hospital().with(request);
      for (HttpResponse<String> answer :
          List.of(
              caller.get("/api/v1/patients/" + hospital().inB),
              caller.get("/api/v1/audit/log"),
              caller.post(Hospital.observations(hospital().inB), Hospital.set("evil")))) {
        assertThat(answer.statusCode()).as(request + " " + answer.body()).isIn(401, 403);
      }
    }
    assertThat(hospital().head()).isEqualTo(before);
    assertThat(hospital().vigil().log()).doesNotContain("qwxyzzy");
  }

  @Test
  default void tenThousandBadTokensKeepNobodyOut() throws InterruptedException, IOException {
    long before = hospital().head();
    int logged = hospital().vigil().log().length();
    List<String> tokens = List.copyOf(forged().values());
    ExecutorService attackers = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < BAD_TOKENS; i++) {
        String token = tokens.get(i % tokens.size());
        Callable<Integer> attack =
            () -> hospital().with(token).get("/api/v1/wards/A/board").statusCode();
        answers.add(attackers.submit(attack));
      }
      long begin = System.nanoTime();
      assertThat(hospital().nurseOfA().get("/api/v1/wards/A/board").statusCode()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(401);
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a bad token got no answer", e.getCause());
    } finally {
      attackers.shutdownNow();
    }
    assertThat(hospital().head()).isEqualTo(before);
    assertThat(hospital().vigil().log().length() - logged).as("bytes logged").isLessThan(100_000);
    assertThat(hospital().nurseOfA().get("/api/v1/wards/A/board").statusCode()).isEqualTo(200);
  }
}
