package health.vigil.app.security;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who acts: what the token says, and nothing that a body says.
 *
 * @param id of the person or device
 * @param client the application that sent the request; idempotency keys are scoped to it
 * @param roles with the wards in which each is held
 * @param device the one device that the token is bound to, null when it is bound to none
 * @param until when the token expires
 */
public record Actor(
    String id, String client, Map<Role, Wards> roles, @Nullable String device, Instant until) {
  public Actor {
    roles = Map.copyOf(roles);
  }

  /** The wards in which this role is held; none when it is not held at all. */
  public Wards wardsAs(Role role) {
    return roles.getOrDefault(role, Wards.NONE);
  }
}
