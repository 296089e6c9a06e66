package health.vigil.app.erasure;

import health.vigil.store.LogTail;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log and applies each erasure on this node too, whichever node recorded it, and
 * whether that one lived to destroy the key or not. What fails is tried again every few seconds.
 */
@Singleton
class ErasureWatch {
  private static final Logger LOG = Logger.getLogger(ErasureWatch.class);
  private static final int RETRY_SECONDS = 5;

  private final ErasedInLog log;
  private final LogTail tail;
  private final Erasures erasures;
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "erasures");
            thread.setDaemon(true);
            return thread;
          });
  private LogTail.@Nullable Registration moves;

  /** Up to here every erasure is applied; only the reader's thread knows. */
  private long position;

  private boolean failing;

  ErasureWatch(ErasedInLog log, LogTail tail, Erasures erasures) {
    this.log = log;
    this.tail = tail;
    this.erasures = erasures;
  }

  /** After what was recorded before has been applied. */
  void start(@Observes @Priority(1600) StartupEvent started) {
    position = log.head();
    moves = tail.onMove(head -> wake());
    @SuppressWarnings("unused") // ends with the executor
    var retries = reader.scheduleWithFixedDelay(this::look, 0, RETRY_SECONDS, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stop() {
    if (moves != null) {
      moves.close();
    }
    reader.shutdownNow();
  }

  private void wake() {
    if (!reader.isShutdown()) {
      reader.execute(this::look);
    }
  }

  private void look() {
    try {
      long head = Math.max(tail.lastLook().position(), position);
      if (head > position) {
        erasures.apply(log.between(position, head));
        position = head;
      }
      failing = false;
    } catch (RuntimeException failure) {
      if (!failing) {
        failing = true;
        LOG.errorf("Erasures can not be applied at present: %s.", failure.getClass().getName());
      }
    }
  }
}
