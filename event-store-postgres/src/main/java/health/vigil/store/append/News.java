package health.vigil.store.append;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/** What a writer tells its observer, who does not stop the log whatever it does. */
final class News {

  private static final Logger LOG = System.getLogger(LogWriter.class.getName());

  private final WriterObserver observer;
  private final AtomicInteger lanesWithout = new AtomicInteger();

  News(WriterObserver observer) {
    this.observer = observer;
  }

  void grouped(int appends, int events, long head, long nanos) {
    tell(() -> observer.grouped(appends, events, head, nanos));
  }

  void refused() {
    tell(observer::refused);
  }

  void unknown() {
    tell(observer::unknown);
  }

  /** A lane has lost its connection. The outage begins with the first. */
  void lost() {
    if (lanesWithout.getAndIncrement() == 0) {
      tell(observer::lost);
    }
  }

  /** A lane that had lost it has a connection again. The outage ends with the last. */
  void recovered() {
    if (lanesWithout.decrementAndGet() == 0) {
      tell(observer::recovered);
    }
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "An observer of the log's writer failed", e);
    }
  }
}
