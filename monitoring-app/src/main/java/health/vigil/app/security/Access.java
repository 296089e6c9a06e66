package health.vigil.app.security;

import health.vigil.app.security.Permissions.Asked;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/**
 * Lets a request in or not, before anything is done for it: before its body is read, and before it
 * takes a place among those that are served.
 */
@Singleton
class Access {
  /** After the framework's own steps of security, before all that costs. */
  private static final int AFTER_AUTHENTICATION = 90;

  private final HttpAuthenticator authenticator;
  private final Permissions permissions;
  private final Tokens tokens;
  private final Places places;
  private final AccessAnswers answers;

  Access(
      HttpAuthenticator authenticator,
      Permissions permissions,
      Tokens tokens,
      Places places,
      AccessAnswers answers) {
    this.authenticator = authenticator;
    this.permissions = permissions;
    this.tokens = tokens;
    this.places = places;
    this.answers = answers;
  }

  void register(@Observes Filters filters) {
    filters.register(this::decide, AFTER_AUTHENTICATION);
  }

  private void decide(RoutingContext request) {
    Optional<Asked> asked =
        permissions.find(request.request().method().name(), request.normalizedPath());
    if (asked.filter(row -> row.permission().everybody()).isPresent()) {
      request.next();
    } else {
      authenticate(request, asked);
    }
  }

  private void authenticate(RoutingContext request, Optional<Asked> asked) {
    authenticator
        .attemptAuthentication(request)
        .map(tokens::actor)
        .subscribe()
        .with(
            actor ->
                actor.ifPresentOrElse(
                    known -> authorise(request, known, asked),
                    () -> answers.unauthenticated(request)),
            failure -> failed(request, failure));
  }

  private void failed(RoutingContext request, Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      answers.unauthenticated(request);
    } else {
      answers.providerAway(request);
    }
  }

  private void authorise(RoutingContext request, Actor actor, Optional<Asked> asked) {
    CurrentActor.set(request, actor);
    if (asked.isEmpty()) {
      answerNothing(request);
      return;
    }
    Decision decision = Decision.atOnce(actor, asked.get());
    if (decision == Decision.DEPENDS) {
      lookAround(request, actor, asked.get());
    } else {
      answer(request, asked.get(), decision);
    }
  }

  /** On a thread that may wait: where a patient is may have to be looked up. */
  private void lookAround(RoutingContext request, Actor actor, Asked asked) {
    request
        .vertx()
        .executeBlocking(() -> Decision.of(actor, asked, places), false)
        .onSuccess(decision -> answer(request, asked, decision))
        .onFailure(request::fail);
  }

  private void answer(RoutingContext request, Asked asked, Decision decision) {
    switch (decision) {
      case ALLOWED -> {
        Admitted.set(request, asked.permission());
        request.next();
      }
      case NOT_BY_ROLE -> answers.forbiddenByRole(request);
      case NOT_HERE, DEPENDS -> answers.forbiddenHere(request);
    }
  }

  /** What has no row is not served. */
  private void answerNothing(RoutingContext request) {
    Set<String> methods = permissions.methodsOf(request.normalizedPath());
    if (methods.isEmpty()) {
      answers.nothingHere(request);
    } else {
      answers.otherMethod(request, methods);
    }
  }
}
