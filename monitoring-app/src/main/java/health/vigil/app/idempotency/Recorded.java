package health.vigil.app.idempotency;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request has recorded; the answer is made of it alone, so that it is the same each time.
 *
 * @param position of the last event, or of the newest in the log when there was nothing to record
 * @param payloads in the order of the log
 * @param correlationId by which what came of it is followed; null when nothing was recorded
 */
public record Recorded(long position, List<Object> payloads, @Nullable String correlationId) {
  public Recorded {
    payloads = List.copyOf(payloads);
  }

  /** The first event of this type, if there is one. */
  public <T> Optional<T> find(Class<T> event) {
    return payloads.stream().filter(event::isInstance).map(event::cast).findFirst();
  }

  /** The event of this type that the request must have recorded. */
  public <T> T the(Class<T> event) {
    return find(event)
        .orElseThrow(
            () -> new IllegalStateException("no " + event.getSimpleName() + " was recorded"));
  }
}
