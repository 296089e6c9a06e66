package health.vigil.store.append;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What a writer tells its observer, who does not stop the log whatever it does. */
final class News {

  private static final Logger LOG = System.getLogger(LogWriter.class.getName());

  private final WriterObserver observer;
  private int connected;
  private boolean isOut;

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

  /** A lane has a connection, and nothing of its is unsettled. An outage ends with the first. */
  synchronized void connected() {
    connected++;
    if (isOut) {
      isOut = false;
      tell(observer::recovered);
    }
  }

  /** A lane has lost its connection. */
  synchronized void disconnected() {
    connected--;
    tellWhetherOut();
  }

  /** A lane can not connect. */
  synchronized void notConnected() {
    tellWhetherOut();
  }

  /** An outage begins when no lane has a connection. */
  private void tellWhetherOut() {
    if (connected == 0 && !isOut) {
      isOut = true;
      tell(observer::lost);
    }
  }

  private static void tell(Runnable news) {
    try {
      news.run();
    } catch (RuntimeException | Error e) {
      LOG.log(Level.ERROR, "An observer of the log's writer failed", e);
    }
  }
}
