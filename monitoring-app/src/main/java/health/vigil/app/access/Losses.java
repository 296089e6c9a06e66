package health.vigil.app.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Counts what was noted, and what never will be though it was shown, done or refused. */
final class Losses {
  private static final Logger LOG = Logger.getLogger(Losses.class);
  private static final long RECENT_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Counter noted;
  private final MeterRegistry meters;
  private volatile boolean any;
  private volatile long last;

  Losses(MeterRegistry meters) {
    this.noted =
        Counter.builder("vigil.access.noted").description("Accesses noted").register(meters);
    this.meters = meters;
    for (Outcome outcome : Outcome.values()) {
      lost(outcome).increment(0);
    }
  }

  /** What is not noted was not shown: it is no loss. */
  void noted(List<AccessNote> notes, boolean written) {
    if (written) {
      noted.increment(notes.size());
    }
  }

  void notedOrLost(List<AccessNote> notes, boolean written) {
    noted(notes, written);
    if (!written) {
      notes.forEach(this::lose);
    }
  }

  /** Whether something that was shown or done was lost within the last minute. */
  boolean isRecent() {
    return any && System.nanoTime() - last < RECENT_NANOS;
  }

  /** The log of the application is the last place for it; a note holds ids and nothing else. */
  private void lose(AccessNote note) {
    lost(note.outcome()).increment(note.times());
    if (note.outcome() == Outcome.ALLOWED) {
      last = System.nanoTime();
      any = true;
      LOG.errorf("An access is not noted: %s", note);
    }
  }

  private Counter lost(Outcome outcome) {
    return Counter.builder("vigil.access.lost")
        .description("Accesses that were shown, done or refused and are not noted")
        .tag("outcome", outcome.name())
        .register(meters);
  }
}
