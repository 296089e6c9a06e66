package health.vigil.app.limit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * A body in chunks is the last thing that a connection brings (RFC 9112, 6.1): where its length was
 * given too, which is not seen any more here, a proxy in front may have taken for part of the body
 * what comes after it.
 */
@Singleton
class LastOfConnection {
  /** Before anything else. */
  private static final int FIRST = 1_000;

  private final Set<HttpConnection> ending =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  void register(@Observes Filters filters) {
    filters.register(this::admit, FIRST);
  }

  private void admit(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpConnection connection = request.connection();
    if (ending.contains(connection)) {
      connection.close();
      return;
    }
    if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      ending.add(connection);
      request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      context.addEndHandler(answered -> connection.close());
    }
    context.next();
  }
}
