package health.vigil.axon.processor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often each event has failed in each segment. Kept in memory: a restart counts anew.
 */
final class Attempts {

  private final int allowed;
  private final Map<String, Failed> failed = new ConcurrentHashMap<>();

  Attempts(int allowed) {
    this.allowed = allowed;
  }

  void failed(EventMessage<?> event, Segment segment, Throwable cause) {
    failed.merge(
        key(event, segment), new Failed(1, cause), (had, one) -> new Failed(had.times + 1, cause));
  }

  /** Why the event is to be parked, or null while it may be tried. */
  @Nullable Throwable exhausted(EventMessage<?> event, Segment segment) {
    if (failed.isEmpty()) {
      return null;
    }
    Failed had = failed.get(key(event, segment));
    return had == null || had.times < allowed ? null : had.cause;
  }

  /** Whether anything has failed that has not been handled since. */
  boolean any() {
    return !failed.isEmpty();
  }

  void forget(EventMessage<?> event, Segment segment) {
    failed.remove(key(event, segment));
  }

  private static String key(EventMessage<?> event, Segment segment) {
    return segment.getSegmentId() + "/" + event.getIdentifier();
  }

  private record Failed(int times, Throwable cause) {}
}
