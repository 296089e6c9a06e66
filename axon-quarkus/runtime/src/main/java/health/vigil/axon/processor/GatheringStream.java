package health.vigil.axon.processor;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * The stream of one segment, in fewer and larger batches when events come one after the other: a
 * batch begins no sooner than {@link Pace#linger} after the one before, so that meanwhile events
 * gather that share its transaction. The first event after a quiet time is shown at once, and after
 * a large batch there is no wait.
 */
final class GatheringStream implements BlockingStream<TrackedEventMessage<?>> {

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final Pace pace;
  private final BooleanSupplier hurried;
  private final Clock clock;
  private long notBefore;
  private int taken;
  private boolean shown;

  GatheringStream(
      BlockingStream<TrackedEventMessage<?>> stream,
      Pace pace,
      BooleanSupplier hurried,
      Clock clock) {
    this.stream = stream;
    this.pace = pace;
    this.hurried = hurried;
    this.clock = clock;
    this.notBefore = clock.nanoTime().getAsLong();
  }

  /**
   * @param linger from the beginning of one batch to that of the next
   * @param enough events in a batch that need not gather
   */
  record Pace(Duration linger, int enough) {}

  /** Time, and waiting for it. */
  record Clock(LongSupplier nanoTime, Sleep sleep) {
    static final Clock SYSTEM = new Clock(System::nanoTime, TimeUnit.NANOSECONDS::sleep);
  }

  @FunctionalInterface
  interface Sleep {
    void nanos(long nanos) throws InterruptedException;
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (!stream.hasNextAvailable(timeout, unit)) {
      return false;
    }
    if (shown && taken == 0) {
      // The processor asks at the end of a batch, and again at the beginning of the next.
      return true;
    }
    long early = notBefore - clock.nanoTime().getAsLong();
    if (early > 0 && taken < pace.enough() && !hurried.getAsBoolean()) {
      clock.sleep().nanos(early);
    }
    notBefore = clock.nanoTime().getAsLong() + pace.linger().toNanos();
    taken = 0;
    shown = true;
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    taken++;
    return stream.nextAvailable();
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return stream.peek();
  }

  @Override
  public void close() {
    stream.close();
  }
}
