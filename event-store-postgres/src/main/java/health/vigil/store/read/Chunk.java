package health.vigil.store.read;

import java.util.List;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What the log holds between two positions, decoded.
 *
 * @param after the position before the first event
 * @param upTo the position that a reader has reached with the last event
 * @param last whether the log held no more when it was read
 * @param failure why no more could be read, else null
 */
record Chunk(
    long after,
    long upTo,
    List<TrackedEventMessage<?>> events,
    boolean last,
    @Nullable RuntimeException failure) {

  Chunk {
    events = List.copyOf(events);
  }

  static Chunk failed(long after, RuntimeException failure) {
    return new Chunk(after, after, List.of(), false, failure);
  }

  /** Those beyond a position. */
  List<TrackedEventMessage<?>> beyond(long position) {
    return position <= after
        ? events
        : events.stream().filter(e -> position(e) > position).toList();
  }

  static long position(TrackedEventMessage<?> event) {
    return ((GlobalSequenceTrackingToken) event.trackingToken()).getGlobalIndex();
  }
}
