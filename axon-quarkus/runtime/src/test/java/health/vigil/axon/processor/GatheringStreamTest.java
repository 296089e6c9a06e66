package health.vigil.axon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class GatheringStreamTest {

  private static final Duration LINGER = Duration.ofMillis(50);
  private static final int BATCH = 3;

  private final List<Long> slept = new ArrayList<>();
  private boolean hurried;
  private long now = 1_000;

  private final GatheringStream stream =
      new GatheringStream(
          new Endless(),
          new GatheringStream.Pace(LINGER, BATCH),
          () -> hurried,
          new GatheringStream.Clock(() -> now, this::sleep));

  @Test
  void theFirstEventAfterAQuietTimeIsShownAtOnce() throws InterruptedException {
    takeBatch(1);
    pass(LINGER);
    takeBatch(1);

    assertThat(slept).isEmpty();
  }

  @Test
  void theNextBatchBeginsWhenTheTimeIsOver() throws InterruptedException {
    takeBatch(1);
    pass(Duration.ofMillis(20));
    takeBatch(2);
    takeBatch(1);

    assertThat(slept)
        .containsExactly(Duration.ofMillis(30).toNanos(), Duration.ofMillis(50).toNanos());
  }

  @Test
  void thereIsNoWaitAfterAFullBatch() throws InterruptedException {
    takeBatch(BATCH);
    takeBatch(BATCH);

    assertThat(slept).isEmpty();
  }

  @Test
  void askingTwiceIsNoSecondBatch() throws InterruptedException {
    takeBatch(BATCH);
    assertThat(stream.hasNextAvailable()).isTrue();
    takeBatch(BATCH);
    assertThat(stream.hasNextAvailable()).isTrue();
    takeBatch(1);

    assertThat(slept).isEmpty();
  }

  @Test
  void thereIsNoWaitWhileEachEventIsABatch() throws InterruptedException {
    hurried = true;
    takeBatch(1);
    takeBatch(1);

    assertThat(slept).isEmpty();
  }

  private void takeBatch(int events) throws InterruptedException {
    assertThat(stream.hasNextAvailable(1, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < events; i++) {
      assertThat(stream.peek()).isPresent();
      assertThat(stream.nextAvailable()).isNotNull();
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  private void sleep(long nanos) {
    slept.add(nanos);
    now += nanos;
  }

  /** Always has one more. */
  private static final class Endless implements BlockingStream<TrackedEventMessage<?>> {
    private long position;

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return Optional.of(event(position + 1));
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() {
      return event(++position);
    }

    @Override
    public void close() {
      position = Long.MAX_VALUE;
    }

    private static TrackedEventMessage<?> event(long position) {
      return new GenericTrackedEventMessage<>(
          new GlobalSequenceTrackingToken(position), GenericEventMessage.asEventMessage("event"));
    }
  }
}
