package health.vigil.app.security;

import health.vigil.app.security.Permissions.Asked;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
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

  private final Recognition recognition;
  private final Permissions permissions;
  private final Places places;
  private final Repetitions repetitions;
  private final AccessAnswers answers;
  private final AccessMeters meters;
  private final Denials denials;

  Access(
      Recognition recognition,
      Permissions permissions,
      Places places,
      Repetitions repetitions,
      AccessAnswers answers,
      AccessMeters meters,
      Denials denials) {
    this.recognition = recognition;
    this.permissions = permissions;
    this.places = places;
    this.repetitions = repetitions;
    this.answers = answers;
    this.meters = meters;
    this.denials = denials;
  }

  void register(@Observes Filters filters) {
    filters.register(this::decide, AFTER_AUTHENTICATION);
  }

  /**
   * A request at the door.
   *
   * @param asked nothing when the table has no row for it
   * @param begun by the clock of {@link System#nanoTime}
   */
  private record Visit(RoutingContext request, Optional<Asked> asked, long begun) {}

  private void decide(RoutingContext request) {
    Visit visit =
        new Visit(
            request,
            permissions.find(request.request().method().name(), request.normalizedPath()),
            System.nanoTime());
    if (visit.asked().filter(asked -> asked.permission().everybody()).isPresent()) {
      request.next();
    } else {
      authenticate(visit);
    }
  }

  private void authenticate(Visit visit) {
    recognition
        .of(visit.request())
        .subscribe()
        .with(
            actor ->
                actor.ifPresentOrElse(
                    known -> authorise(visit, known), () -> answerUnauthenticated(visit)),
            failure -> answerFailure(visit, failure));
  }

  private void authorise(Visit visit, Actor actor) {
    CurrentActor.set(visit.request(), actor);
    visit
        .asked()
        .ifPresentOrElse(
            asked -> authorise(visit, actor, asked), () -> answerNothing(visit.request()));
  }

  private void authorise(Visit visit, Actor actor, Asked asked) {
    Decision decision = Decision.atOnce(actor, asked);
    if (decision == Decision.DEPENDS) {
      lookAround(visit, actor, asked);
    } else {
      answer(visit, actor, asked, decision);
    }
  }

  /** On a thread that may wait: where a patient is may have to be looked up. */
  private void lookAround(Visit visit, Actor actor, Asked asked) {
    RoutingContext request = visit.request();
    request
        .vertx()
        .executeBlocking(() -> decide(request, actor, asked), false)
        .onSuccess(decision -> answer(visit, actor, asked, decision))
        .onFailure(request::fail);
  }

  private Decision decide(RoutingContext request, Actor actor, Asked asked) {
    Decision decision = Decision.of(actor, asked, places);
    return decision == Decision.NOT_HERE && repetitions.isAnsweredAgain(request, actor)
        ? Decision.ALLOWED
        : decision;
  }

  private void answer(Visit visit, Actor actor, Asked asked, Decision decision) {
    RoutingContext request = visit.request();
    if (decision == Decision.ALLOWED) {
      meters.admitted(visit.begun());
      Admitted.set(request, asked.permission());
      request.next();
      return;
    }
    meters.forbidden(visit.begun());
    denials.denied(
        actor,
        request.request().method().name(),
        asked.permission().path().text(),
        asked.named(),
        request.request().getHeader("traceparent"));
    if (decision == Decision.NOT_BY_ROLE) {
      answers.forbiddenByRole(request);
    } else {
      answers.forbiddenHere(request);
    }
  }

  private void answerUnauthenticated(Visit visit) {
    meters.unauthenticated(visit.begun());
    answers.unauthenticated(visit.request());
  }

  private void answerFailure(Visit visit, Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      answerUnauthenticated(visit);
    } else {
      answers.providerAway(visit.request());
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
