package health.vigil.axon.processor;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** First what the log holds already, then what is appended to it: nothing is missed between. */
final class FollowingStream implements BlockingStream<TrackedEventMessage<?>> {

  private final History history;
  private final Function<@Nullable TrackingToken, BlockingStream<TrackedEventMessage<?>>> live;
  private final Queue<TrackedEventMessage<?>> present = new ArrayDeque<>();
  private @Nullable TrackingToken last;
  private @Nullable BlockingStream<TrackedEventMessage<?>> following;
  private @Nullable RuntimeException failure;

  /**
   * @param history of what comes after the token
   * @param live opens the log where the history ends
   */
  FollowingStream(
      @Nullable TrackingToken token,
      History history,
      Function<@Nullable TrackingToken, BlockingStream<TrackedEventMessage<?>>> live) {
    this.last = token;
    this.history = history;
    this.live = live;
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    if (isHistoryAwaited()) {
      take(timeout, unit);
    }
    failWhereTheHistoryDid();
    BlockingStream<TrackedEventMessage<?>> now = liveNow();
    return now == null ? !present.isEmpty() : now.hasNextAvailable(timeout, unit);
  }

  /**
   * Waits for what is being read: a batch of a rebuild is never small because it was quick. Where
   * the log can not be read it shows nothing: the batch ends there, so what was read before is
   * handled.
   */
  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    try {
      awaitHistory();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    BlockingStream<TrackedEventMessage<?>> now = liveNow();
    return now == null ? Optional.ofNullable(present.peek()) : now.peek();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    awaitHistory();
    failWhereTheHistoryDid();
    BlockingStream<TrackedEventMessage<?>> now = liveNow();
    return now == null ? present.remove() : now.nextAvailable();
  }

  /** The log as it grows, once the history is at its end. */
  private @Nullable BlockingStream<TrackedEventMessage<?>> liveNow() {
    return present.isEmpty() ? following : null;
  }

  private void awaitHistory() throws InterruptedException {
    while (isHistoryAwaited()) {
      take(1, TimeUnit.SECONDS);
    }
  }

  private boolean isHistoryAwaited() {
    return following == null && failure == null && present.isEmpty();
  }

  private void failWhereTheHistoryDid() {
    if (failure != null && present.isEmpty()) {
      throw failure;
    }
  }

  private void take(long timeout, TimeUnit unit) throws InterruptedException {
    Chunk chunk = history.next(timeout, unit);
    if (chunk == null) {
      return;
    }
    failure = chunk.failure();
    present.addAll(chunk.events());
    if (!chunk.events().isEmpty()) {
      last = chunk.events().get(chunk.events().size() - 1).trackingToken();
    }
    if (chunk.last()) {
      following = live.apply(last);
    }
  }

  @Override
  public void close() {
    history.close();
    if (following != null) {
      following.close();
    }
  }
}
