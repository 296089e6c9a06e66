package health.vigil.app.security;

import health.vigil.app.security.Permissions.Asked;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
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
  private final Decisions decisions;
  private final AccessAnswers answers;
  private final AccessMeters meters;
  private final List<Denials> denials;

  Access(
      Recognition recognition,
      Permissions permissions,
      Decisions decisions,
      AccessAnswers answers,
      AccessMeters meters,
      @All List<Denials> denials) {
    this.recognition = recognition;
    this.permissions = permissions;
    this.decisions = decisions;
    this.answers = answers;
    this.meters = meters;
    this.denials = denials;
  }

  void register(@Observes Filters filters) {
    filters.register(this::open, AFTER_AUTHENTICATION);
  }

  /**
   * A request at the door.
   *
   * @param asked nothing when the table has no row for it
   * @param begun by the clock of {@link System#nanoTime}
   */
  private record Visit(RoutingContext request, Optional<Asked> asked, long begun) {}

  private void open(RoutingContext request) {
    try {
      // Throws when it can not be read, which nothing after this expects.
      request.queryParams();
      decide(request);
    } catch (RuntimeException failure) {
      answers.failed(request, failure);
    }
  }

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
            actor -> safely(visit, () -> recognised(visit, actor)),
            failure -> safely(visit, () -> answerFailure(visit, failure)));
  }

  /** What fails within a callback would else be answered by nobody. */
  private void safely(Visit visit, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException failure) {
      answerUndecided(visit, failure);
    }
  }

  private void recognised(Visit visit, Optional<Actor> actor) {
    actor.ifPresentOrElse(known -> authorise(visit, known), () -> answerUnauthenticated(visit));
  }

  private void authorise(Visit visit, Actor actor) {
    CurrentActor.set(visit.request(), actor);
    visit
        .asked()
        .ifPresentOrElse(
            asked -> authorise(visit, actor, asked), () -> answerNothing(visit.request()));
  }

  private void authorise(Visit visit, Actor actor, Asked asked) {
    Decision decision = decisions.atOnce(actor, asked);
    if (decision == Decision.DEPENDS) {
      lookAround(visit, actor, asked);
    } else {
      answer(visit, actor, asked, decision);
    }
  }

  /** Where a patient is has to be looked up, elsewhere; the answer is given here. */
  private void lookAround(Visit visit, Actor actor, Asked asked) {
    RoutingContext request = visit.request();
    Context here = request.vertx().getOrCreateContext();
    decisions
        .later(request, actor, asked)
        .thenAccept(
            decision ->
                here.runOnContext(
                    now -> safely(visit, () -> answer(visit, actor, asked, decision))))
        .exceptionally(
            failure -> {
              here.runOnContext(now -> answerUndecided(visit, failure));
              return null;
            });
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
    denials.forEach(
        told ->
            told.denied(
                actor,
                request.request().method().name(),
                asked.permission().path().text(),
                asked.named(),
                request.request().getHeader("traceparent")));
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
    if (failure instanceof UnusableSubject) {
      meters.unauthenticated(visit.begun());
      answers.subjectUnusable(visit.request());
    } else if (failure instanceof AuthenticationFailedException) {
      answerUnauthenticated(visit);
    } else {
      meters.undecided(visit.begun());
      answers.providerAway(visit.request());
    }
  }

  private void answerUndecided(Visit visit, Throwable failure) {
    meters.undecided(visit.begun());
    answers.failed(visit.request(), failure);
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
