package health.vigil.app.idempotency;

import health.vigil.axon.command.CommandKey;
import java.time.Instant;

/**
 * A request as it arrived.
 *
 * @param key under which its effect is recorded; the same when the request is repeated
 * @param at when it arrived
 */
public record Received(CommandKey key, Instant at) {
  /** A new id, UUID text, that a repeated request agrees on; {@code what} names what it is for. */
  public String deriveId(String what) {
    return new CommandKey(key.value() + "|" + what).eventIdentifier(0);
  }
}
