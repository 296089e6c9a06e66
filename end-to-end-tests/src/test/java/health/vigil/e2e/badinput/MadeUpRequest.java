package health.vigil.e2e.badinput;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was made up.
 *
 * @param what for whoever reads that it went wrong
 * @param flawed whether nobody may accept it
 * @param target path and query
 * @param trace marks what is recorded of it in the log
 */
record MadeUpRequest(
    String what,
    boolean flawed,
    String method,
    String target,
    Map<String, String> headers,
    byte @Nullable [] body,
    String trace) {
  HttpRequest at(URI base, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(target))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    Map<String, String> all = new HashMap<>(Map.of("Content-Type", "application/json"));
    all.putAll(headers);
    all.forEach(request::setHeader);
    return request.build();
  }
}
