package health.vigil.benchmarks;

import org.jspecify.annotations.Nullable;

/** What is asked of the application beside the traffic, again and again until it is enough. */
final class BesideWork {
  private final Piece piece;
  private final Thread worker = new Thread(this::work, "work");
  private volatile boolean enough;
  private volatile @Nullable Exception failure;
  private long events;
  private long nanos;

  BesideWork(Piece piece) {
    this.piece = piece;
  }

  /** One piece of work. */
  interface Piece {
    /** Does it to its end; answers how many events it was about. */
    long run() throws Exception;
  }

  void begin() {
    worker.start();
  }

  /**
   * Lets the piece that is under way come to its end.
   *
   * @return events a second, 0 when there was nothing to do
   */
  double end() throws InterruptedException {
    enough = true;
    worker.join();
    if (failure != null) {
      throw new IllegalStateException("the work beside the traffic failed", failure);
    }
    return events == 0 ? 0 : events / (nanos / 1e9);
  }

  private void work() {
    long begin = System.nanoTime();
    try {
      do {
        events += piece.run();
      } while (!enough && events > 0);
    } catch (Exception e) {
      failure = e;
    }
    nanos = System.nanoTime() - begin;
  }
}
