package health.vigil.app.erasure;

import health.vigil.app.log.FollowedLog;
import health.vigil.store.LogTail;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Follows the log and applies each erasure on this node too, whichever node recorded it, and
 * whether that one lived to destroy the key or not. What fails is tried again every few seconds.
 */
@Singleton
class ErasureWatch {
  private static final Logger LOG = Logger.getLogger(ErasureWatch.class);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final ErasedInLog log;
  private final Erasures erasures;
  private final FollowedLog followed;

  ErasureWatch(ErasedInLog log, LogTail tail, Erasures erasures) {
    this.log = log;
    this.erasures = erasures;
    this.followed =
        new FollowedLog(
            "erasures",
            tail,
            Duration.ZERO,
            this::apply,
            why -> LOG.errorf("Erasures can not be applied at present: %s.", why));
  }

  /** After what was recorded before has been applied. */
  void start(@Observes @Priority(1600) StartupEvent started) {
    followed.beginAfter(log.head(), RETRY);
  }

  @PreDestroy
  void stop() {
    followed.close();
  }

  private long apply(long after, long upTo) {
    erasures.apply(log.between(after, upTo));
    return upTo;
  }
}
