package health.vigil.app.ingest;

import health.vigil.app.log.Payloads;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import health.vigil.store.LogTail;
import health.vigil.store.RecordedEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from the first continuous reading on, and closes the windows of patients of whom
 * something else is recorded, by whichever node.
 */
@Singleton
class LogWatch {
  private static final Logger LOG = Logger.getLogger(LogWatch.class);
  private static final int BATCH = 500;
  private static final int CHANGES_REMEMBERED = 20_000;

  /** The streams whose events say something of a patient's readings. */
  private static final Set<String> OF_PATIENTS = Set.of("Monitoring", "Stay", "Patient");

  private final EventLog log;
  private final LogTail tail;
  private final Payloads payloads;
  private final Devices devices;
  private final Duration maxStaleness;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "ingest-log");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicInteger wakeUps = new AtomicInteger();
  private LogTail.@Nullable Registration moves;
  private volatile @Nullable Changes changes;
  private volatile boolean lost;

  /** Up to here it has looked at everything. */
  private volatile long position;

  /** When the log was seen to end there. */
  private volatile long confirmed;

  LogWatch(
      EventLog log,
      LogTail tail,
      Payloads payloads,
      Devices devices,
      BudgetConfiguration configuration) {
    this.log = log;
    this.tail = tail;
    this.payloads = payloads;
    this.devices = devices;
    this.maxStaleness = configuration.maxStaleness();
  }

  /** Follows from now on, once the log can be seen. */
  void begin() {
    if (changes == null) {
      beginOnce();
    }
  }

  private synchronized void beginOnce() {
    LogTail.Look look = tail.lastLook();
    if (changes == null && look.position() >= 0) {
      position = look.position();
      confirmed = look.nanoTime();
      changes = new Changes(CHANGES_REMEMBERED, position);
      moves = tail.onMove(head -> wake());
      wake();
    }
  }

  /** Whether this node knows what the log held a moment ago. */
  boolean isFresh() {
    LogTail.Look look = tail.lastLook();
    if (changes == null) {
      return false;
    }
    if (position >= look.position()) {
      confirmed = look.nanoTime();
    }
    return System.nanoTime() - confirmed <= maxStaleness.toNanos();
  }

  /** Closes the window of a reading that something was recorded after meanwhile. */
  void check(PatientId patient, String device, DeviceWindow window, long since) {
    Changes known = changes;
    if (known == null || known.after(since, patient, device)) {
      window.close(Long.MAX_VALUE);
    }
  }

  /** There may be more to look at. Never waits. */
  void wake() {
    if (wakeUps.getAndIncrement() == 0) {
      reader.execute(this::walk);
    }
  }

  @PreDestroy
  void stop() {
    if (moves != null) {
      moves.close();
    }
    reader.shutdown();
  }

  private void walk() {
    int seen = wakeUps.get();
    do {
      step();
      seen = wakeUps.addAndGet(-seen);
    } while (seen != 0);
  }

  /** While it fails every reading is recorded. It is tried again when the log moves. */
  private void step() {
    try {
      catchUp();
      lost = false;
    } catch (RuntimeException failure) {
      if (!lost) {
        lost = true;
        LOG.warnf("Readings are not merged: %s.", failure.getClass().getName());
      }
    }
  }

  private void catchUp() {
    Changes known = changes;
    while (known != null && position < tail.lastLook().position()) {
      List<RecordedEvent> events = log.read(position, BATCH);
      if (events.isEmpty()) {
        return;
      }
      events.forEach(event -> look(event, known));
      position = events.get(events.size() - 1).position();
    }
  }

  private void look(RecordedEvent event, Changes known) {
    if (OF_PATIENTS.contains(event.streamType())) {
      Concern.of(payloads.read(event)).ifPresent(of -> note(of, event.position(), known));
    }
  }

  /** What is noted first can not be missed by who opens a window at this moment. */
  private void note(Concern concern, long at, Changes known) {
    if (concern.device() == null) {
      known.of(concern.patient(), at);
      devices.close(concern.patient(), at);
    } else {
      known.of(concern.patient(), concern.device(), at);
      devices.close(concern.patient(), concern.device(), at);
    }
  }
}
