package health.vigil.app.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out who asks: whose token it is, or at the stream whose ticket. */
@Singleton
class Recognition {
  private static final String STREAM = "/api/v1/stream";
  private static final String TICKET = "ticket";

  private final HttpAuthenticator authenticator;
  private final Tokens tokens;
  private final KnownTokens known;
  private final Tickets tickets;

  Recognition(HttpAuthenticator authenticator, Tokens tokens, KnownTokens known, Tickets tickets) {
    this.authenticator = authenticator;
    this.tokens = tokens;
    this.known = known;
    this.tickets = tickets;
  }

  /**
   * Nobody when there is neither token nor ticket, or it says not well whose it is. Fails with
   * {@link io.quarkus.security.AuthenticationFailedException} when a token does not hold, and
   * otherwise when nobody can say.
   */
  Uni<Optional<Actor>> of(RoutingContext request) {
    if (!BearerHeader.isWellFormed(request.request().headers().getAll(HttpHeaders.AUTHORIZATION))) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    @Nullable String ticket =
        isOnlyTicketOfStream(request) ? request.queryParams().get(TICKET) : null;
    return ticket != null ? Uni.createFrom().item(tickets.actor(ticket)) : ofToken(request);
  }

  private Uni<Optional<Actor>> ofToken(RoutingContext request) {
    @Nullable String digest = KnownTokens.digest(request.request());
    if (digest == null) {
      return verified(request);
    }
    Optional<Actor> remembered = known.find(digest);
    return remembered.isPresent()
        ? Uni.createFrom().item(remembered)
        : verified(request)
            .invoke(actor -> actor.ifPresent(whoever -> known.remember(digest, whoever)));
  }

  private Uni<Optional<Actor>> verified(RoutingContext request) {
    return authenticator.attemptAuthentication(request).map(tokens::actor);
  }

  /** A header wins: what was put into a link is worth less than what was sent with care. */
  private static boolean isOnlyTicketOfStream(RoutingContext request) {
    return request.normalizedPath().equals(STREAM)
        && !request.request().headers().contains(HttpHeaders.AUTHORIZATION);
  }
}
