package health.vigil.app.ingest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Records what no further reading of its device will bring into the log: the last of those that
 * were merged, and what was sent before and nobody knows what became of.
 */
@Singleton
class LeftReadings {
  private static final Logger LOG = Logger.getLogger(LeftReadings.class);
  private static final int FAILURES_IN_A_ROW = 3;

  private final Devices devices;
  private final SentReadings readings;

  /** Told once an outage. */
  private volatile boolean waiting;

  LeftReadings(Devices devices, SentReadings readings) {
    this.devices = devices;
    this.readings = readings;
  }

  /**
   * What can not be recorded now is tried again the next time.
   *
   * @param opened at the latest; what stands since later stands still
   * @param atLeast how long it goes on when one after the other can not be recorded
   */
  void record(Instant opened, Duration atLeast) {
    Round round = new Round(System.nanoTime() + atLeast.toNanos());
    for (DeviceWindow window : devices.all()) {
      if (round.isHopeless()) {
        break;
      }
      if (settle(window, round)) {
        recordDue(opened, window, round);
      }
    }
    waiting = round.anyFailed;
  }

  /** Finds out what became of what was sent before, by sending it again under its key. */
  private boolean settle(DeviceWindow window, Round round) {
    Sending open = window.toSettle().orElse(null);
    while (open != null) {
      if (!round.counts(settled(open, window))) {
        return false;
      }
      open = window.toSettle().orElse(null);
    }
    return true;
  }

  private boolean settled(Sending open, DeviceWindow window) {
    try {
      readings.record(open, window);
      return true;
    } catch (RuntimeException failure) {
      return SentReadings.isFinal(failure) || waits(failure);
    }
  }

  private void recordDue(Instant opened, DeviceWindow window, Round round) {
    Merging due = window.due(opened).orElse(null);
    while (due != null && round.counts(recorded(due, window))) {
      due = window.due(opened).orElse(null);
    }
  }

  /** What is refused never will be recorded. */
  private boolean recorded(Merging due, DeviceWindow window) {
    try {
      readings.record(Sending.lastOf(due), window);
      if (window.giveUp(due)) {
        LOG.warn("The last reading of a device was recorded before, without those merged with it.");
      }
    } catch (RuntimeException failure) {
      if (!SentReadings.isFinal(failure)) {
        return waits(failure);
      }
      window.giveUp(due);
      LOG.warnf("The last reading of a device was refused: %s.", failure.getClass().getName());
    }
    return true;
  }

  private boolean waits(RuntimeException failure) {
    if (!waiting) {
      waiting = true;
      LOG.warnf("The last readings of devices wait: %s.", failure.getClass().getName());
    }
    return false;
  }

  /** One look at all devices. */
  private static final class Round {
    private final long end;
    private int failuresInARow;
    private boolean anyFailed;

    Round(long end) {
      this.end = end;
    }

    boolean counts(boolean isDone) {
      failuresInARow = isDone ? 0 : failuresInARow + 1;
      anyFailed |= !isDone;
      return isDone;
    }

    boolean isHopeless() {
      return failuresInARow >= FAILURES_IN_A_ROW && System.nanoTime() - end >= 0;
    }
  }
}
