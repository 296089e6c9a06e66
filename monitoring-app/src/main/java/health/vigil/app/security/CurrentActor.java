package health.vigil.app.security;

import jakarta.inject.Singleton;

/**
 * Tells who is behind the request at hand. Everybody is the demo actor until requests carry tokens;
 * then this is the one class that changes.
 */
@Singleton
public class CurrentActor {
  private static final Actor DEMO = new Actor("demo", "demo");

  public Actor current() {
    return DEMO;
  }
}
