package health.vigil.store.read;

import health.vigil.store.ReadFilter;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the log holds already, some thousand events ahead of who handles them: while one block
 * is handled the next is decoded, and the one after that comes from the database.
 */
final class ReadAhead implements Runnable {

  private static final int CHUNKS_AHEAD = 2;

  private final Blocks blocks;
  private final Decoding decoding;
  private final ReadFilter filter;
  private final Executor fetching;
  private final BlockingQueue<Chunk> ahead = new ArrayBlockingQueue<>(CHUNKS_AHEAD);
  private final long begin;
  private @Nullable Thread decoder;
  private volatile boolean closed;

  /**
   * @param begin the position before the first event
   * @param fetching asks the database, for as many readers at a time as it has threads
   */
  ReadAhead(long begin, Blocks blocks, Decoding decoding, ReadFilter filter, Executor fetching) {
    this.begin = begin;
    this.blocks = blocks;
    this.decoding = decoding;
    this.filter = filter;
    this.fetching = fetching;
  }

  /** Begins to read; the thread ends with the log. */
  ReadAhead started() {
    Thread thread = new Thread(this, "log-history");
    thread.setDaemon(true);
    thread.start();
    decoder = thread;
    return this;
  }

  /** What was read next; null when that takes longer. */
  @Nullable Chunk next(long nanos) throws InterruptedException {
    return ahead.poll(nanos, TimeUnit.NANOSECONDS);
  }

  /** What is read ahead is of no use any more. */
  void close() {
    closed = true;
    if (decoder != null) {
      decoder.interrupt();
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
        ahead.add(Chunk.failed(begin, new EventStoreException("Reading was interrupted", e)));
      }
      Thread.currentThread().interrupt();
    }
  }

  private void read() throws InterruptedException {
    long reached = begin;
    try {
      Future<Block> fetched = fetch(begin);
      boolean more = true;
      while (more && !closed) {
        Block block = fetched.get();
        reached = block.upTo();
        more = !block.last();
        fetched = more ? fetch(reached) : fetched;
        Chunk chunk = decoding.chunk(block);
        ahead.put(chunk);
        more &= chunk.failure() == null;
      }
    } catch (ExecutionException e) {
      ahead.put(Chunk.failed(reached, unchecked(e.getCause())));
    } catch (RuntimeException | Error e) {
      ahead.put(Chunk.failed(reached, unchecked(e)));
    }
  }

  private Future<Block> fetch(long after) {
    return CompletableFuture.supplyAsync(() -> blocks.next(after, filter), fetching);
  }

  private static RuntimeException unchecked(@Nullable Throwable failure) {
    return failure instanceof RuntimeException unchecked
            && !(failure instanceof CompletionException)
        ? unchecked
        : new EventStoreException("The log could not be read ahead", failure);
  }
}
