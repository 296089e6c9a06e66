package health.vigil.app.stream;

import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;

/**
 * The log as all streams of this node read it. The newest events are read from the database once,
 * however many streams show them; older ones by few streams at a time, so that those who catch up
 * do not take the connections of those who write.
 */
@Singleton
class LogWindow {
  private static final int REMEMBERED = 2048;
  private static final int CATCHING_UP_AT_ONCE = 2;

  private final EventLog log;
  private final FrameWriter writer;
  private final NavigableMap<Long, LogEntry> newest = new TreeMap<>();
  private final Semaphore catchingUp = new Semaphore(CATCHING_UP_AT_ONCE);

  LogWindow(EventLog log, FrameWriter writer) {
    this.log = log;
    this.writer = writer;
  }

  /** Events after a position in the order of the log; none at its end. Reads the database. */
  List<LogEntry> after(long position, int limit) {
    synchronized (newest) {
      if (newest.isEmpty() || position + REMEMBERED >= newest.lastKey()) {
        return recent(position, limit);
      }
    }
    return catchUp(position, limit);
  }

  private List<LogEntry> recent(long position, int limit) {
    List<LogEntry> known = known(position, limit);
    if (!known.isEmpty()) {
      return known;
    }
    List<LogEntry> read = read(position, limit);
    read.forEach(entry -> newest.put(entry.position(), entry));
    while (newest.size() > REMEMBERED) {
      newest.pollFirstEntry();
    }
    return read;
  }

  /** Positions have no gaps, so what is known next to each other is all there is. */
  private List<LogEntry> known(long position, int limit) {
    List<LogEntry> run = new ArrayList<>();
    LogEntry next = newest.get(position + 1);
    while (next != null && run.size() < limit) {
      run.add(next);
      next = newest.get(next.position() + 1);
    }
    return run;
  }

  private List<LogEntry> catchUp(long position, int limit) {
    catchingUp.acquireUninterruptibly();
    try {
      return read(position, limit);
    } finally {
      catchingUp.release();
    }
  }

  private List<LogEntry> read(long position, int limit) {
    List<RecordedEvent> events = log.read(position, limit);
    return events.stream().map(writer::write).toList();
  }
}
