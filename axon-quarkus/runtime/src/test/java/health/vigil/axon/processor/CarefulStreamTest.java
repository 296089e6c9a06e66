package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class CarefulStreamTest {

  private final Careful careful = new Careful();

  @Test
  void showsWhatIsNextWhileNothingHasFailed() throws InterruptedException {
    CarefulStream stream = streamOf(1, 2);

    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(stream.peek()).isPresent();
  }

  @Test
  void endsTheBatchAfterEachEventUntilItIsPastTheFailedBatch() throws InterruptedException {
    CarefulStream stream = streamOf(1, 2, 3, 4);
    careful.until(2);

    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(stream.peek()).isEmpty();
    assertThat(position(stream.nextAvailable())).isEqualTo(2);
    assertThat(stream.peek()).isEmpty();
    assertThat(position(stream.nextAvailable())).isEqualTo(3);
    assertThat(stream.peek()).isPresent();
  }

  @Test
  void keepsEventsOfOnePositionTogether() throws InterruptedException {
    CarefulStream stream = streamOf(1, 1, 2);
    careful.until(2);

    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(stream.peek()).isPresent();
    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(stream.peek()).isEmpty();
  }

  private CarefulStream streamOf(long... positions) {
    Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();
    for (long position : positions) {
      events.add(
          new GenericTrackedEventMessage<>(
              new GlobalSequenceTrackingToken(position),
              GenericEventMessage.asEventMessage("event")));
    }
    return new CarefulStream(new Stored(events), careful);
  }

  private static long position(TrackedEventMessage<?> event) {
    return StoredPositions.position(event.trackingToken());
  }

  private record Stored(Deque<TrackedEventMessage<?>> events)
      implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.ofNullable(events.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return !events.isEmpty();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return events.remove();
    }

    @Override
    public void close() {
      events.clear();
    }
  }
}
