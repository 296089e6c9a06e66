package health.vigil.app.security;

import health.vigil.app.security.Permissions.Asked;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;

/** Decides of requests, without waiting where the token, the path and memory are enough. */
@Singleton
class Decisions {
  private final Places places;
  private final Repetitions repetitions;
  private final LookUps lookUps;

  Decisions(Places places, Repetitions repetitions, LookUps lookUps) {
    this.places = places;
    this.repetitions = repetitions;
    this.lookUps = lookUps;
  }

  /** {@link Decision#DEPENDS} when something has to be looked up. Never waits. */
  Decision atOnce(Actor actor, Asked asked) {
    Decision decision = Decision.atOnce(actor, asked);
    return decision == Decision.DEPENDS ? Decision.fromMemory(actor, asked, places) : decision;
  }

  /**
   * By what the log says, later and on another thread; fails as {@link LookUps#ask} says. A request
   * that is permitted no longer may be the same as one before.
   */
  CompletionStage<Decision> later(RoutingContext request, Actor actor, Asked asked) {
    return lookUps.ask(actor.id(), () -> lookedUp(request, actor, asked));
  }

  private Decision lookedUp(RoutingContext request, Actor actor, Asked asked) {
    Decision decision = Decision.of(actor, asked, places);
    return decision == Decision.NOT_HERE && repetitions.isAnsweredAgain(request, actor)
        ? Decision.ALLOWED
        : decision;
  }
}
