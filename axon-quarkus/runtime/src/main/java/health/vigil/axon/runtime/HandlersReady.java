package health.vigil.axon.runtime;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Holds commands and queries back until their handlers are subscribed: the HTTP server takes
 * requests a moment earlier.
 */
final class HandlersReady implements MessageDispatchInterceptor<Message<?>> {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch subscribed = new CountDownLatch(1);

  void open() {
    subscribed.countDown();
  }

  @Override
  public BiFunction<Integer, Message<?>, Message<?>> handle(List<? extends Message<?>> messages) {
    try {
      if (!subscribed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Axon has not started");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while Axon was starting", e);
    }
    return (index, message) -> message;
  }
}
