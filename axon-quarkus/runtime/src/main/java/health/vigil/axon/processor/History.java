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
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws InterruptedException {
    try (Stream<? extends TrackedEventMessage<?>> events = log.get()) {
      Iterator<? extends TrackedEventMessage<?>> rest = events.iterator();
      boolean more = true;
      while (more && !closed) {
        List<TrackedEventMessage<?>> chunk = take(rest);
        more = chunk.size() == CHUNK;
        ahead.put(new Chunk(chunk, !more, null));
      }
    } catch (RuntimeException | Error e) {
      if (!closed) {
        ahead.put(Chunk.failed(e));
      }
    }
  }

  private List<TrackedEventMessage<?>> take(Iterator<? extends TrackedEventMessage<?>> rest) {
    List<TrackedEventMessage<?>> chunk = new ArrayList<>(CHUNK);
    while (chunk.size() < CHUNK && rest.hasNext()) {
      TrackedEventMessage<?> event = rest.next();
      decode(event);
      chunk.add(event);
    }
    return chunk;
  }

  /** What can not be decoded fails again in the hands of its handler, which counts it. */
  private void decode(TrackedEventMessage<?> event) {
    try {
      decoding.accept(event);
    } catch (RuntimeException leftToTheHandler) {
      return;
    }
  }
}
