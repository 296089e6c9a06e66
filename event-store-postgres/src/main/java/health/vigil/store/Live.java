package health.vigil.store;

import health.vigil.store.read.LogReader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What follows the log on this node, from the first that asks for it until the log is closed. */
final class Live implements AutoCloseable {

  private final Supplier<LogTail> tails;
  private final Function<LogReader, PostgresEventStore> stores;
  private final Supplier<LogReader> readers;
  private @Nullable PostgresEventStore store;
  private @Nullable LogReader reader;
  private volatile @Nullable LogTail tail;

  Live(
      Supplier<LogTail> tails,
      Supplier<LogReader> readers,
      Function<LogReader, PostgresEventStore> stores) {
    this.tails = tails;
    this.readers = readers;
    this.stores = stores;
  }

  synchronized LogTail tail() {
    LogTail known = tail;
    if (known == null) {
      known = tails.get();
      tail = known;
    }
    return known;
  }

  synchronized PostgresEventStore store() {
    if (store == null) {
      LogReader begun = readers.get();
      // It lives as long as the tail.
      @SuppressWarnings("unused")
      LogTail.Registration kept = tail().onMove(begun::grown);
      reader = begun;
      store = stores.apply(begun);
    }
    return store;
  }

  /** This node has appended up to a position; 0 when nothing was appended. Never waits. */
  void appended(long position) {
    LogTail known = tail;
    if (known != null && position > 0) {
      known.appended(position);
    }
  }

  @Override
  public synchronized void close() {
    if (reader != null) {
      reader.close();
    }
    if (tail != null) {
      tail.close();
    }
  }
}
