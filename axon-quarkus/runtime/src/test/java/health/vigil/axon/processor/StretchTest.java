package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class StretchTest {

  @Test
  void endsWithItsLastPositionAndAsksForNoMore() {
    Stretch stretch = stretch(0, 3, 1, 2, 3, 4);

    assertThat(positions(stretch.next(10))).containsExactly(1L, 2L, 3L);
    assertThat(stretch.reached()).isEqualTo(3);
    assertThat(stretch.next(10)).isEmpty();
  }

  @Test
  void isGivenInParts() {
    Stretch stretch = stretch(0, 3, 1, 2, 3);

    assertThat(positions(stretch.next(2))).containsExactly(1L, 2L);
    assertThat(stretch.reached()).isEqualTo(2);
    assertThat(positions(stretch.next(2))).containsExactly(3L);
  }

  @Test
  void keepsEventsOfOnePositionTogether() {
    assertThat(positions(stretch(0, 9, 1, 1, 2).next(1))).containsExactly(1L, 1L);
    assertThat(positions(stretch(0, 2, 1, 2, 2, 3).next(9))).containsExactly(1L, 2L, 2L);
  }

  @Test
  void endsWhereTheNextEventLiesBeyondIt() {
    Stretch stretch = stretch(0, 5, 2, 8);

    assertThat(positions(stretch.next(10))).containsExactly(2L);
    assertThat(stretch.reached()).isEqualTo(5);
  }

  @Test
  void isEmptyWhenItEndsWhereItBegins() {
    assertThat(stretch(5, 5).next(10)).isEmpty();
    assertThat(stretch(7, 5).next(10)).isEmpty();
  }

  private static List<Long> positions(List<TrackedEventMessage<?>> events) {
    return events.stream().map(event -> StoredPositions.position(event.trackingToken())).toList();
  }

  private static Stretch stretch(long after, long end, long... positions) {
    Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();
    for (long position : positions) {
      events.add(
          new GenericTrackedEventMessage<>(
              new GlobalSequenceTrackingToken(position),
              GenericEventMessage.asEventMessage("event")));
    }
    return new Stretch(new Stored(events), after, end);
  }

  private record Stored(Deque<TrackedEventMessage<?>> events)
      implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.ofNullable(events.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      assertThat(events).as("nobody waits for more than there is").isNotEmpty();
      return true;
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
