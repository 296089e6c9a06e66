package health.vigil.app.ingest;

import health.vigil.monitoring.budget.MergedReadings;
import org.jspecify.annotations.Nullable;

/**
 * A reading on its way into the log.
 *
 * @param carried comes back when it can not be recorded, or when the reading was before; null for
 *     nothing
 * @param said of it, in short
 * @param isOpen whether it was sent before and nobody knows what became of it: it is sent again as
 *     it was, under the same key, until that is known
 */
record Sending(
    ContinuousReading reading,
    @Nullable Merging carried,
    @Nullable MergedReadings said,
    boolean isOpen) {

  /** A reading that came, and what was merged before. */
  static Sending with(ContinuousReading reading, @Nullable Merging carried) {
    return new Sending(reading, carried, carried == null ? null : carried.all(), false);
  }

  /** The last of those that were merged. */
  static Sending lastOf(Merging due) {
    return new Sending(due.last(), due, due.allButTheLast(), false);
  }

  Sending open() {
    return new Sending(reading, carried, said, true);
  }
}
