package health.vigil.app.idempotency;

import health.vigil.axon.command.CommandKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Wishes as they come out of requests. */
public final class Wishes {
  private Wishes() {}

  /** One that records nothing when it is sent. */
  public static Wish of(CommandKey key, String content, Instant at) {
    return new Wish(
        new Received(key, at),
        content,
        Map.of(),
        (wish, command) -> new Recorded(0, List.of(), null));
  }
}
