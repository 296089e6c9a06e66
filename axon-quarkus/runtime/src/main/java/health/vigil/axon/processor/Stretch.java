package health.vigil.axon.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A part of the log, read once from its beginning to its end. Events that the group has no handlers
 * for are mostly left out.
 */
public final class Stretch implements AutoCloseable {

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final long end;
  private long reached;

  /**
   * @param stream after the position
   * @param end the last position that is read; the log holds it
   */
  Stretch(BlockingStream<TrackedEventMessage<?>> stream, long after, long end) {
    this.stream = stream;
    this.end = end;
    this.reached = Math.min(after, end);
  }

  /**
   * The next events in the order of the log; none at the end. What an upcaster made of one stored
   * event stays together, so there may be a few more than asked for.
   *
   * @throws IllegalStateException when the thread is interrupted
   */
  public List<TrackedEventMessage<?>> next(int atMost) {
    List<TrackedEventMessage<?>> events = new ArrayList<>();
    while (reached < end && (events.size() < atMost || followsAtOnce())) {
      TrackedEventMessage<?> event = awaited();
      long position = StoredPositions.position(event.trackingToken());
      if (position <= end) {
        events.add(event);
      }
      // What lies between two events that are shown concerns nobody here.
      reached = Math.min(position, end);
      if (position == end) {
        takeAllOf(position, events);
      }
    }
    return events;
  }

  /** The position up to which {@link #next} has given everything. */
  public long reached() {
    return reached;
  }

  private boolean followsAtOnce() {
    return stream.peek().filter(event -> isAt(reached, event)).isPresent();
  }

  private void takeAllOf(long position, List<TrackedEventMessage<?>> events) {
    while (stream.peek().filter(event -> isAt(position, event)).isPresent()) {
      events.add(awaited());
    }
  }

  private static boolean isAt(long position, TrackedEventMessage<?> event) {
    return StoredPositions.position(event.trackingToken()) == position;
  }

  private TrackedEventMessage<?> awaited() {
    try {
      while (!stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
        // The log holds it; this node is about to see it.
        Thread.onSpinWait();
      }
      return stream.nextAvailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the log was read", e);
    }
  }

  @Override
  public void close() {
    stream.close();
  }
}
