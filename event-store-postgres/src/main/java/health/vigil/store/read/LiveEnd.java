package health.vigil.store.read;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is appended, once for all who follow the log on this node. It reads only while
 * somebody follows.
 */
final class LiveEnd implements Runnable {

  private static final Logger LOG = System.getLogger(LiveEnd.class.getName());
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

  private final Blocks blocks;
  private final Decoding decoding;
  private final Window window;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable Thread reader;
  private int followers;
  private boolean closed;

  /** The log is said to reach up to here. */
  private long head;

  /** How often that was said: the same head may be said again after it was looked for in vain. */
  private long told;

  /** Only the reader's own thread knows. */
  private boolean isLost;

  LiveEnd(Blocks blocks, Decoding decoding, Window window) {
    this.blocks = blocks;
    this.decoding = decoding;
    this.window = window;
  }

  /** Somebody follows from a position on, until he leaves. */
  void join(long position) {
    lock.lock();
    try {
      if (followers++ == 0) {
        window.beginAt(position);
      }
      // Whatever was appended before he came, he was not told.
      head = Math.max(head, position + 1);
      told++;
      begin();
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      followers--;
    } finally {
      lock.unlock();
    }
  }

  /** The log has grown up to a position. Never waits. */
  void grown(long position) {
    lock.lock();
    try {
      head = Math.max(head, position);
      told++;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  Window.Look after(long position, long nanos) throws InterruptedException {
    return window.after(position, nanos);
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      if (reader != null) {
        reader.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    if (reader == null && !closed) {
      reader = new Thread(this, "log-live");
      reader.setDaemon(true);
      reader.start();
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        read(awaitGrowth());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How often the head was told, once it is beyond what was read. */
  private long awaitGrowth() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (followers == 0 || head <= window.reached()) {
        changed.await();
      }
      return told;
    } finally {
      lock.unlock();
    }
  }

  private void read(long knowing) throws InterruptedException {
    try {
      Chunk chunk = decoding.chunk(blocks.next(window.reached()));
      found();
      window.add(chunk);
      if (chunk.failure() != null) {
        lost(chunk.failure());
      } else if (chunk.events().isEmpty()) {
        nothingBeyond(knowing);
      }
    } catch (RuntimeException | Error e) {
      // Whatever it is: without this thread every read model of this node would stand still.
      lost(e);
    }
  }

  /** The log did not reach as far as it was said, unless that was said again meanwhile. */
  private void nothingBeyond(long knowing) {
    lock.lock();
    try {
      head = told == knowing ? window.reached() : head;
    } finally {
      lock.unlock();
    }
  }

  /** Told once an outage. What is unreadable is told to who follows, and read again meanwhile. */
  private void lost(Throwable failure) throws InterruptedException {
    if (!isLost) {
      isLost = true;
      LOG.log(Level.WARNING, "The end of the log can not be read: " + failure.getMessage());
    }
    TimeUnit.NANOSECONDS.sleep(PAUSE);
  }

  private void found() {
    if (isLost) {
      isLost = false;
      LOG.log(Level.INFO, "The end of the log can be read again");
    }
  }
}
