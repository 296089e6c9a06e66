package health.vigil.app.idempotency;

import health.vigil.app.security.Actor;
import java.time.Instant;
import java.util.Map;

/**
 * Who sends the request at hand, and when it arrived.
 *
 * @param correlation by which what comes of the request is followed, metadata of its messages
 */
public record Sender(Actor actor, Map<String, String> correlation, Instant at) {
  public Sender {
    correlation = Map.copyOf(correlation);
  }
}
