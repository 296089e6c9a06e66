package health.vigil.axon.processor;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the log holds already, a few thousand events ahead of the processor: a rebuild reads
 * and decodes while it writes.
 */
final class History implements Runnable {

  private static final int CHUNK = 500;
  private static final int CHUNKS_AHEAD = 6;
  private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(50);

  private final Supplier<Stream<? extends TrackedEventMessage<?>>> log;
  private final Consumer<TrackedEventMessage<?>> decoding;
  private final BlockingQueue<Chunk> ahead = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
  private @Nullable Thread reader;
  private volatile boolean closed;

  /**
   * @param log opened, read and closed by the thread that reads ahead
   * @param decoding done with each event ahead of its handler
   */
  History(
      Supplier<Stream<? extends TrackedEventMessage<?>>> log,
      Consumer<TrackedEventMessage<?>> decoding) {
    this.log = log;
    this.decoding = decoding;
  }

  /** Begins to read on a thread of its own, which ends with the log. */
  History begin(String name) {
    Thread thread = new Thread(this, "History[" + name + "]");
    thread.setDaemon(true);
    thread.start();
    reader = thread;
    return this;
  }

  /** What was read next; null when that takes longer. */
  @Nullable Chunk next(long timeout, TimeUnit unit) throws InterruptedException {
    return ahead.poll(timeout, unit);
  }

  /** What is read ahead is of no use any more. */
  void close() {
    closed = true;
    if (reader != null) {
      reader.interrupt();
    }
  }

  @Override
  public void run() {
    try {
      read();
    } catch (InterruptedException e) {
      if (!closed) {
        // Whoever waits is told now, and reads again what had been read ahead.
        ahead.clear();
        ahead.add(Chunk.failed(e));
      }
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws InterruptedException {
    List<TrackedEventMessage<?>> chunk = new ArrayList<>();
    try (Stream<? extends TrackedEventMessage<?>> events = log.get()) {
      Iterator<? extends TrackedEventMessage<?>> rest = events.iterator();
      boolean more = true;
      while (more && !closed) {
        more = fill(chunk, rest);
        ahead.put(new Chunk(chunk, !more, null));
        chunk = new ArrayList<>();
      }
    } catch (RuntimeException | Error e) {
      if (closed) {
        return;
      }
      if (!chunk.isEmpty()) {
        ahead.put(new Chunk(chunk, false, null));
      }
      ahead.put(Chunk.failed(e));
    }
  }

  /**
   * Until there are enough, or the first has waited long enough: a log that grows as fast as it is
   * read has no end.
   *
   * @return whether there may be more
   */
  private boolean fill(
      List<TrackedEventMessage<?>> chunk, Iterator<? extends TrackedEventMessage<?>> rest) {
    long first = 0;
    while (rest.hasNext()) {
      TrackedEventMessage<?> event = rest.next();
      decode(event);
      chunk.add(event);
      long now = System.nanoTime();
      first = chunk.size() == 1 ? now : first;
      if (chunk.size() == CHUNK || now - first >= LONGEST_WAIT) {
        return true;
      }
    }
    return false;
  }

  /** What can not be decoded fails again in the hands of its handler, which counts it. */
  private void decode(TrackedEventMessage<?> event) {
    try {
      decoding.accept(event);
    } catch (RuntimeException | LinkageError leftToTheHandler) {
      return;
    }
  }
}
