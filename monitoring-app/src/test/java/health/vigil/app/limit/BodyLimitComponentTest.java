package health.vigil.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.app.ComponentTestBase;
import health.vigil.app.Tokens;
import health.vigil.app.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitComponentTest extends ComponentTestBase {
  private static final byte[] LARGE =
      ("{\"mrn\":\"" + "1".repeat(70_000) + "\"}").getBytes(StandardCharsets.US_ASCII);

  @Test
  void a_body_that_says_how_large_it_is_is_refused_before_it_is_read()
      throws IOException, InterruptedException {
    HttpResponse<String> answer = post(HttpRequest.BodyPublishers.ofByteArray(LARGE));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
    assertThat(answer.body()).contains("/problems/body-too-large");
  }

  @Test
  void a_body_that_does_not_say_how_large_it_is_is_refused_too()
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        post(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("/problems/body-too-large");
  }

  private static HttpResponse<String> post(HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/v1/patients"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/json")
            .header("Authorization", Tokens.bearer(Tokens.ofEverybody()))
            .POST(body)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
