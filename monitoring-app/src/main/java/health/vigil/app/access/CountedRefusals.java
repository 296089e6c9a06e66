package health.vigil.app.access;

import health.vigil.app.thread.Daemons;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Hands on what was counted of refusals, when its minute is over. */
final class CountedRefusals implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(CountedRefusals.class);
  private static final int LOOK_SECONDS = 5;

  private final Refusals refusals;
  private final Consumer<List<AccessNote>> notes;
  private final ScheduledExecutorService timer = Daemons.scheduler("access-refusals");

  CountedRefusals(int aMinute, Consumer<List<AccessNote>> notes) {
    this.refusals = new Refusals(aMinute, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
    this.notes = notes;
    @SuppressWarnings("unused") // ends with the executor
    var often =
        timer.scheduleWithFixedDelay(this::tell, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether it is to be noted by itself; what was allowed always is. */
  boolean isSingle(AccessNote note) {
    return note.outcome() == Outcome.ALLOWED || refusals.isSingle(note);
  }

  /** Tells what is left. */
  @Override
  public void close() {
    timer.shutdownNow();
    tell(refusals.all());
  }

  /** Never fails: a timer that throws is not called again. */
  private void tell() {
    try {
      tell(refusals.over());
    } catch (RuntimeException failure) {
      LOG.error("What was counted of refusals could not be handed on", failure);
    }
  }

  private void tell(List<AccessNote> counted) {
    counted.forEach(one -> notes.accept(List.of(one)));
  }
}
