package health.vigil.app.security;

import java.util.Optional;

/** What takes the place of a token where a client can send no header. */
public interface Tickets {
  /** On whose behalf the ticket was given out; empty when it does not hold or no longer does. */
  Optional<Actor> actor(String ticket);
}
