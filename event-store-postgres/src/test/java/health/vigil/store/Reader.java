package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;

/** Reads a stream as a processor does. */
final class Reader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TrackingEventStream stream;

  Reader(TrackingEventStream stream) {
    this.stream = stream;
  }

  /** So many events. */
  List<TrackedEventMessage<?>> next(int count) throws InterruptedException {
    List<TrackedEventMessage<?>> events = new ArrayList<>();
    while (events.size() < count) {
      assertThat(stream.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
          .as("there is an event after %d", events.size())
          .isTrue();
      events.add(stream.nextAvailable());
    }
    return events;
  }

  /** Events until this position is reached. */
  List<TrackedEventMessage<?>> upTo(long position) throws InterruptedException {
    List<TrackedEventMessage<?>> events = new ArrayList<>();
    while (events.isEmpty() || position(events.get(events.size() - 1)) < position) {
      events.addAll(next(1));
    }
    return events;
  }

  /** The positions of so many events. */
  List<Long> positions(int count) throws InterruptedException {
    return next(count).stream().map(Reader::position).toList();
  }

  static List<Long> fromTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }

  TrackingEventStream stream() {
    return stream;
  }

  @Override
  public void close() {
    stream.close();
  }
}
