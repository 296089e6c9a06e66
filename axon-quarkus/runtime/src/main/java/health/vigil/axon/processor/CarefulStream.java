package health.vigil.axon.processor;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * The stream of one segment. While the thread is careful, it shows no further event to peek at,
 * which ends the processor's batch after the first one. It never leaves out events of types that
 * nobody handles: the position has to pass them.
 */
final class CarefulStream implements BlockingStream<TrackedEventMessage<?>> {

  private final BlockingStream<TrackedEventMessage<?>> stream;
  private final Careful careful;
  private @Nullable TrackingToken last;

  CarefulStream(BlockingStream<TrackedEventMessage<?>> stream, Careful careful) {
    this.stream = stream;
    this.careful = careful;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    Optional<TrackedEventMessage<?>> next = stream.peek();
    return careful.isActive() ? next.filter(this::isPartOfTheSame) : next;
  }

  /** Events that an upcaster made of one stored event stay together. */
  private boolean isPartOfTheSame(TrackedEventMessage<?> event) {
    return Objects.equals(last, event.trackingToken());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    return stream.hasNextAvailable(timeout, unit);
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    TrackedEventMessage<?> next = stream.nextAvailable();
    last = next.trackingToken();
    careful.reached(next);
    return next;
  }

  @Override
  public void close() {
    stream.close();
  }
}
