package health.vigil.app.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks: whose token it is, or at the stream whose ticket. A header wins: what was put
 * into a link is worth less than what was sent with care.
 */
@Singleton
class Recognition {
  private static final String STREAM = "/api/v1/stream";
  private static final String TICKET = "ticket";

  private final HttpAuthenticator authenticator;
  private final Tokens tokens;
  private final ProviderKeys keys;
  private final KnownTokens known;
  private final Tickets tickets;

  Recognition(
      HttpAuthenticator authenticator,
      Tokens tokens,
      ProviderKeys keys,
      KnownTokens known,
      Tickets tickets) {
    this.authenticator = authenticator;
    this.tokens = tokens;
    this.keys = keys;
    this.known = known;
    this.tickets = tickets;
  }

  /**
   * Nobody when there is neither token nor ticket. Fails with {@link AuthenticationFailedException}
   * when a token does not hold, and otherwise when nobody can say.
   */
  Uni<Optional<Actor>> of(RoutingContext request) {
    List<String> headers = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.isEmpty()) {
      return Uni.createFrom().item(ofTicket(request));
    }
    return BearerHeader.keyOf(headers)
        .map(key -> ofToken(request, key))
        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  private Optional<Actor> ofTicket(RoutingContext request) {
    @Nullable String ticket = ticketOf(request);
    return ticket == null ? Optional.empty() : tickets.actor(ticket);
  }

  /** Null when there is none, and everywhere but at the stream. */
  static @Nullable String ticketOf(RoutingContext request) {
    return request.normalizedPath().equals(STREAM) ? request.queryParams().get(TICKET) : null;
  }

  private Uni<Optional<Actor>> ofToken(RoutingContext request, String key) {
    @Nullable String digest = KnownTokens.digest(request.request());
    Optional<Actor> remembered = digest == null ? Optional.empty() : known.find(digest);
    return remembered.isPresent()
        ? Uni.createFrom().item(remembered)
        : ofKey(request, key)
            .invoke(actor -> actor.ifPresent(whoever -> remember(digest, whoever)));
  }

  private void remember(@Nullable String digest, Actor actor) {
    if (digest != null) {
      known.remember(digest, actor);
    }
  }

  /** The library is asked of keys that are known alone: of another it would ask the provider. */
  private Uni<Optional<Actor>> ofKey(RoutingContext request, String key) {
    Context here = request.vertx().getOrCreateContext();
    CompletableFuture<Boolean> found = keys.contain(key).toCompletableFuture();
    Uni<Boolean> isKnown = Uni.createFrom().completionStage(found);
    Uni<Boolean> heard =
        found.isDone() ? isKnown : isKnown.emitOn(next -> here.runOnContext(now -> next.run()));
    return heard.flatMap(
        isOurs ->
            isOurs
                ? verified(request)
                : Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  private Uni<Optional<Actor>> verified(RoutingContext request) {
    return authenticator.attemptAuthentication(request).map(tokens::actor);
  }
}
