package health.vigil.app.monitoring;

import health.vigil.app.ingest.Taken;
import health.vigil.monitoring.ObservationId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reading of a continuous device that says nothing new.
 *
 * @param disposition always {@code MERGED}
 * @param mergedInto the recorded set that stands for it
 * @param position of that set
 */
@Schema(name = "MergedReading")
record MergedAnswer(String disposition, ObservationId mergedInto, long position) {
  static MergedAnswer of(Taken.MergedInto merged) {
    return new MergedAnswer("MERGED", merged.into(), merged.position());
  }
}
