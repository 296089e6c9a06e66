package health.vigil.app.security;

import io.vertx.ext.web.RoutingContext;

/** Knows what was recorded for somebody before. */
public interface Repetitions {
  /**
   * Whether a request that would be denied is one that this actor has sent before and that has
   * recorded something: its answer may have been lost, and it may be what took the patient out of
   * reach. Then nothing but that answer is given, and nothing recorded. May wait for the log.
   */
  boolean isAnsweredAgain(RoutingContext request, Actor actor);
}
