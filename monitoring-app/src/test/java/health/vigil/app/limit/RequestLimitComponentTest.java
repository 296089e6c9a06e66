package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RequestLimitComponentTest extends ComponentTestBase {
  private static final int AT_MOST = 60;

  @Test
  void who_comes_when_it_is_full_is_told_to_come_again() {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> all =
        IntStream.range(0, 2 * AT_MOST).mapToObj(i -> slow(client)).toList();

    List<String> answers = all.stream().map(answer -> answer.join().body()).toList();
    assertThat(answers).filteredOn(body -> body.contains("read-model-behind")).hasSize(AT_MOST);
    assertThat(answers)
        .filteredOn(body -> body.contains("too-many-requests-at-once"))
        .hasSize(AT_MOST);
    assertThat(all)
        .extracting(answer -> answer.join().headers().firstValue("Retry-After").orElse(""))
        .containsOnly("1");
    api.registerPatient();
  }

  @Test
  void health_and_streams_are_not_counted() {
    assertThat(RequestLimit.isCounted(HttpMethod.GET, "/q/health")).isFalse();
    assertThat(RequestLimit.isCounted(HttpMethod.GET, "/api/v1/stream")).isFalse();
    assertThat(RequestLimit.isCounted(HttpMethod.GET, "/api/v1/patients")).isTrue();
  }

  /** A read that waits for what never comes. */
  private static CompletableFuture<HttpResponse<String>> slow(HttpClient client) {
    String url =
        "http://127.0.0.1:%d/api/v1/wards/none/board?minPosition=%d"
            .formatted(RestAssured.port, Long.MAX_VALUE);
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(url)).version(HttpClient.Version.HTTP_1_1).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
