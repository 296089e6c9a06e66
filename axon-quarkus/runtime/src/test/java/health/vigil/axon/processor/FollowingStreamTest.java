package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowingStreamTest {

  private final List<@Nullable TrackingToken> followedFrom = new ArrayList<>();

  @Test
  void givesWhatTheLogHoldsAndThenFollowsItFromThere() throws InterruptedException {
    FollowingStream stream = stream(() -> events(1, 2_345), event -> {});

    for (long position = 1; position <= 2_345; position++) {
      assertThat(position(stream.nextAvailable())).isEqualTo(position);
    }

    assertThat(position(stream.nextAvailable())).isEqualTo(2_346);
    assertThat(followedFrom).containsExactly(new GlobalSequenceTrackingToken(2_345));
  }

  @Test
  void followsFromItsTokenWhenTheLogHoldsNothingMore() throws InterruptedException {
    FollowingStream stream = stream(Stream::empty, event -> {});

    assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
    assertThat(stream.peek()).isPresent();
    assertThat(followedFrom).hasSize(1).containsOnlyNulls();
  }

  @Test
  void showsTheNextEventAcrossWhatWasReadTogether() throws InterruptedException {
    FollowingStream stream = stream(() -> events(1, 1_200), event -> {});

    for (long position = 1; position < 1_200; position++) {
      assertThat(position(stream.nextAvailable())).isEqualTo(position);
      assertThat(stream.peek().map(FollowingStreamTest::position)).hasValue(position + 1);
    }
  }

  @Test
  void decodesAheadOfTheHandler() throws InterruptedException {
    List<Long> decoded = new CopyOnWriteArrayList<>();
    FollowingStream stream = stream(() -> events(1, 3), event -> decoded.add(position(event)));

    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(decoded).containsExactly(1L, 2L, 3L);
  }

  @Test
  void leavesAnEventThatCanNotBeDecodedToItsHandler() throws InterruptedException {
    FollowingStream stream =
        stream(
            () -> events(1, 2),
            event -> {
              throw new IllegalArgumentException("unreadable");
            });

    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(position(stream.nextAvailable())).isEqualTo(2);
  }

  @Test
  void saysThatTheLogCouldNotBeRead() {
    FollowingStream stream =
        stream(
            () -> {
              throw new IllegalStateException("no connection");
            },
            event -> {});

    assertThatThrownBy(stream::nextAvailable).hasMessage("no connection");
  }

  @Test
  void saysSoWhenReadingAheadBreaksDown() {
    FollowingStream stream =
        stream(
            () -> {
              throw new StackOverflowError();
            },
            event -> {});

    assertThatThrownBy(stream::nextAvailable).hasRootCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void givesWhatWasReadBeforeTheLogCouldNotBeRead() throws InterruptedException {
    FollowingStream stream =
        stream(() -> events(1, 700).map(event -> readable(event, 603)), event -> {});

    for (long position = 1; position <= 602; position++) {
      assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
      assertThat(stream.peek().map(FollowingStreamTest::position)).hasValue(position);
      assertThat(position(stream.nextAvailable())).isEqualTo(position);
    }

    assertThat(stream.peek()).isEmpty();
    assertThatThrownBy(() -> stream.hasNextAvailable(10, TimeUnit.SECONDS))
        .hasMessage("unreadable");
    assertThatThrownBy(stream::nextAvailable).hasMessage("unreadable");
    assertThat(followedFrom).isEmpty();
  }

  @Test
  void leavesAnEventWhoseTypeIsBrokenToItsHandler() throws InterruptedException {
    FollowingStream stream =
        stream(
            () -> events(1, 2),
            event -> {
              throw new NoClassDefFoundError("gone");
            });

    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    assertThat(position(stream.nextAvailable())).isEqualTo(2);
  }

  @Test
  void doesNotWaitForTheEndOfALogThatGrowsAsItIsRead() throws InterruptedException {
    CountDownLatch handled = new CountDownLatch(1);
    FollowingStream stream =
        stream(() -> events(1, 400).peek(event -> slowly(event, handled)), event -> {});

    assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
    assertThat(position(stream.nextAvailable())).isEqualTo(1);
    handled.countDown();
  }

  @Test
  void saysSoWhenReadingAheadIsInterrupted() {
    FollowingStream stream =
        stream(
            () -> {
              Thread.currentThread().interrupt();
              return events(1, 2);
            },
            event -> {});

    assertThatThrownBy(stream::nextAvailable).hasRootCauseInstanceOf(InterruptedException.class);
  }

  private static TrackedEventMessage<?> readable(TrackedEventMessage<?> event, long unreadable) {
    if (position(event) == unreadable) {
      throw new IllegalStateException("unreadable");
    }
    return event;
  }

  /** Some events, and no further one before something was handled. */
  private static void slowly(TrackedEventMessage<?> event, CountDownLatch handled) {
    try {
      if (position(event) <= 3) {
        TimeUnit.MILLISECONDS.sleep(60);
      } else {
        handled.await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private FollowingStream stream(
      Supplier<Stream<? extends TrackedEventMessage<?>>> log,
      Consumer<TrackedEventMessage<?>> decoding) {
    return new FollowingStream(null, new History(log, decoding).begin("test"), this::follow);
  }

  private BlockingStream<TrackedEventMessage<?>> follow(@Nullable TrackingToken token) {
    followedFrom.add(token);
    return new OneMore(event(StoredPositions.position(token) + 1));
  }

  private static Stream<TrackedEventMessage<?>> events(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(FollowingStreamTest::event);
  }

  private static TrackedEventMessage<?> event(long position) {
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("event"));
  }

  private static long position(TrackedEventMessage<?> event) {
    return StoredPositions.position(event.trackingToken());
  }

  private record OneMore(TrackedEventMessage<?> event)
      implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.of(event);
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return event;
    }

    @Override
    public void close() {}
  }
}
