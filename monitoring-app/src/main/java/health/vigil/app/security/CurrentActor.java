package health.vigil.app.security;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells who is behind the request at hand. Everybody is the demo actor until requests carry tokens;
 * then this is the one class that changes.
 */
@Singleton
public class CurrentActor {
  private static final Actor DEMO =
      new Actor(
          "demo",
          "demo",
          Stream.of(Role.values()).collect(Collectors.toMap(role -> role, role -> Wards.ALL)),
          null,
          Instant.MAX);

  public Actor current() {
    return DEMO;
  }
}
