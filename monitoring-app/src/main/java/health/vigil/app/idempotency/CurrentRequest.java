package health.vigil.app.idempotency;

import health.vigil.axon.command.CommandKey;
import health.vigil.axon.command.Correlation;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the request at hand says beside its body. */
@Singleton
class CurrentRequest {
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-(?<trace>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private static final Pattern SLASHES_AT_END = Pattern.compile("/+$");

  private final HttpHeaders headers;
  private final Request request;
  private final UriInfo uri;
  private final RoutingContext exchange;

  CurrentRequest(HttpHeaders headers, Request request, UriInfo uri, RoutingContext exchange) {
    this.headers = headers;
    this.request = request;
    this.uri = uri;
    this.exchange = exchange;
  }

  /** Method and path, the ids in the path included; a slash at the end makes no other operation. */
  String operation() {
    return operation(request.getMethod(), uri.getPath());
  }

  /**
   * As it is of a request that has come no further than the door.
   *
   * @param path normalised
   */
  static String operation(String method, String path) {
    return method + " " + SLASHES_AT_END.matcher(path).replaceFirst("");
  }

  /** Whether it was let in for what is under this key, or for more than what is under one key. */
  boolean permits(CommandKey key) {
    return RepeatedRequests.permits(exchange, key);
  }

  @Nullable String idempotencyKey() {
    return headers.getHeaderString(IdempotencyKey.HEADER);
  }

  /**
   * What the messages of this request bear, so that what came of it can be followed; to be asked
   * once.
   */
  Map<String, String> correlation() {
    return traceId().map(Correlation::begun).orElseGet(Correlation::begun);
  }

  /** Tells the client by what it can follow what it did. */
  void answerWith(String correlationId) {
    exchange.response().putHeader(Answers.CORRELATION, correlationId);
  }

  /** The trace that the client began, as W3C Trace Context has it. */
  private Optional<String> traceId() {
    String parent = headers.getHeaderString("traceparent");
    if (parent == null) {
      return Optional.empty();
    }
    Matcher form = TRACE_PARENT.matcher(parent);
    return form.matches() ? Optional.of(form.group("trace")) : Optional.empty();
  }
}
