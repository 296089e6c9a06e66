package health.vigil.axon.runtime;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * Holds commands and queries back until their handlers are subscribed and what has to hold before
 * holds: the HTTP server takes requests a moment earlier.
 */
final class HandlersReady implements MessageDispatchInterceptor<Message<?>> {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch ready = new CountDownLatch(1);
  private volatile @Nullable Thread first;

  /** The handlers are subscribed: this thread alone may use them while it does the work. */
  void openAfter(Runnable work) {
    first = Thread.currentThread();
    try {
      work.run();
    } finally {
      first = null;
    }
    ready.countDown();
  }

  @Override
  public BiFunction<Integer, Message<?>, Message<?>> handle(List<? extends Message<?>> messages) {
    if (Thread.currentThread() == first) {
      return (index, message) -> message;
    }
    try {
      if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Axon has not started");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Axon was starting", e);
    }
    return (index, message) -> message;
  }
}
