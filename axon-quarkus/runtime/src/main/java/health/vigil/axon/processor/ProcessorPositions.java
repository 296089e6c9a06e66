package health.vigil.axon.processor;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** How far processors have come in the log, wherever they run. */
@Singleton
public class ProcessorPositions {

  private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(4);
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(64);

  private final Processors processors;
  private final StoredPositions stored;
  private final EventStore log;

  ProcessorPositions(Processors processors, StoredPositions stored, EventStore log) {
    this.processors = processors;
    this.stored = stored;
    this.log = log;
  }

  /** The names of all processors. */
  public Set<String> processors() {
    Set<String> names = new TreeSet<>();
    processors.all().forEach(processor -> names.add(processor.name()));
    return names;
  }

  /**
   * Waits until the processor has handled this position in all its segments.
   *
   * @return false when the time is up, or the thread was interrupted, before that
   */
  public boolean await(String processor, long position, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    // Grows, for a processor that runs on another node is asked for in the database.
    long pause = FIRST_PAUSE;
    while (of(processor) < position) {
      if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    return true;
  }

  /** The last position that all segments of the processor have handled and committed, or -1. */
  public long of(String processor) {
    Collection<EventTrackerStatus> here =
        processors.named(processor).processor().processingStatus().values();
    if (isWhole(here)) {
      return here.stream().mapToLong(s -> s.getCurrentPosition().orElse(-1)).min().orElse(-1);
    }
    Map<Integer, Long> everywhere = stored.of(processor);
    return everywhere.values().stream().mapToLong(Long::longValue).min().orElse(-1);
  }

  /** The position of the last event in the log, or -1. */
  public long head() {
    return StoredPositions.position(log.createHeadToken());
  }

  /** How many positions the processor is behind the log. */
  public long lag(String processor) {
    return Math.max(0, head() - of(processor));
  }

  /** Whether all segments are here: each handles its share of one. */
  private static boolean isWhole(Collection<EventTrackerStatus> segments) {
    double share = 0;
    for (EventTrackerStatus status : segments) {
      share += 1.0 / (status.getSegment().getMask() + 1.0);
    }
    return share >= 1;
  }
}
