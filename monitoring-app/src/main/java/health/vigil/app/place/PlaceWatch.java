package health.vigil.app.place;

import health.vigil.app.log.Payloads;
import health.vigil.device.DeviceEvent;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent;
import health.vigil.store.EventLog;
import health.vigil.store.LogTail;
import health.vigil.store.RecordedEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log from the first question on, and forgets what has changed, whichever node changed
 * it. Only the few events that change it are read.
 */
@Singleton
class PlaceWatch {
  private static final Logger LOG = Logger.getLogger(PlaceWatch.class);
  private static final List<String> CHANGES =
      List.of(
          "PatientAdmitted",
          "PatientTransferred",
          "PatientDischarged",
          "DevicePaired",
          "DeviceReleased");
  private static final int BATCH = 500;

  /** A busy log is looked at so often. */
  private static final Duration LINGER = Duration.ofMillis(25);

  /** Who has not seen the end of the log for so long does not know what is in it. */
  static final Duration MAX_STALENESS = Duration.ofSeconds(2);

  private final EventLog log;
  private final LogTail tail;
  private final Payloads payloads;
  private final Remembered remembered;
  private final ScheduledExecutorService reader =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "places-log");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicBoolean due = new AtomicBoolean();
  private volatile LogTail.@Nullable Registration moves;
  private volatile @Nullable ScheduledFuture<?> next;
  private volatile boolean lost;

  /** Up to here it has looked at everything. */
  private volatile long position = -1;

  /** When the log was seen to end there. */
  private volatile long confirmed;

  PlaceWatch(EventLog log, LogTail tail, Payloads payloads, Remembered remembered) {
    this.log = log;
    this.tail = tail;
    this.payloads = payloads;
    this.remembered = remembered;
  }

  /** Whether this node knows what the log held a moment ago. The first question begins it. */
  boolean isFresh() {
    if (moves == null) {
      begin();
    }
    LogTail.Look look = tail.lastLook();
    if (position >= 0 && position >= look.position()) {
      confirmed = look.nanoTime();
    }
    return position >= 0 && System.nanoTime() - confirmed <= MAX_STALENESS.toNanos();
  }

  private synchronized void begin() {
    LogTail.Look look = tail.lastLook();
    if (moves == null && look.position() >= 0) {
      confirmed = look.nanoTime();
      position = look.position();
      moves = tail.onMove(head -> wake());
      wake();
    }
  }

  /** There may be more to look at. Never waits. */
  private void wake() {
    if (!reader.isShutdown() && due.compareAndSet(false, true)) {
      next = reader.schedule(this::look, LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  void stop() {
    LogTail.Registration registration = moves;
    if (registration != null) {
      registration.close();
    }
    ScheduledFuture<?> scheduled = next;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    reader.shutdown();
  }

  /** While it fails the log is asked each time. It is tried again when the log moves. */
  private void look() {
    due.set(false);
    try {
      catchUp();
      lost = false;
    } catch (RuntimeException failure) {
      if (!lost) {
        lost = true;
        LOG.warnf("Places are read from the log: %s.", failure.getClass().getName());
      }
    }
  }

  private void catchUp() {
    LogTail.Look look = tail.lastLook();
    while (position < look.position()) {
      List<RecordedEvent> events = log.ofTypes(CHANGES, position, look.position(), BATCH);
      events.forEach(event -> forget(payloads.read(event)));
      boolean all = events.size() < BATCH;
      position = all ? look.position() : events.get(events.size() - 1).position();
    }
    confirmed = look.nanoTime();
  }

  private void forget(Object event) {
    if (event instanceof StayEvent stay) {
      forget(stay.patientId());
    } else if (event instanceof DeviceEvent pairing) {
      forget(pairing.device());
    }
  }

  private void forget(PatientId patient) {
    remembered.patients().forget(patient);
  }

  private void forget(DeviceId device) {
    remembered.devices().forget(device);
  }
}
