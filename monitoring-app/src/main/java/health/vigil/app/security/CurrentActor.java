package health.vigil.app.security;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells who is behind the request at hand: what its token says. */
@Singleton
public class CurrentActor {
  private static final String KEY = Actor.class.getName();

  private final RoutingContext exchange;

  CurrentActor(RoutingContext exchange) {
    this.exchange = exchange;
  }

  static void set(RoutingContext request, Actor actor) {
    request.put(KEY, actor);
  }

  /** Whether somebody is; where everybody is let in, nobody need be. */
  public boolean isKnown() {
    return exchange.get(KEY) != null;
  }

  /**
   * On the thread of the request.
   *
   * @throws IllegalStateException when nobody was let in, which no resource sees
   */
  public Actor current() {
    @Nullable Actor actor = exchange.get(KEY);
    if (actor == null) {
      throw new IllegalStateException("nobody is behind this request");
    }
    return actor;
  }
}
