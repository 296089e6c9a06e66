package health.vigil.app.patient;

import health.vigil.projection.patient.PatientEntry;
import health.vigil.projection.ward.WatchedPatient;
import health.vigil.store.LogPrefix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A patient as one was known.
 *
 * @param monitoring what the ward board showed, null when the patient was not admitted
 * @param changedSince the sets known then of which something else is known now, by time of
 *     measurement as it was known then
 */
record PastPatient(
    LogPrefix prefix,
    PatientEntry entry,
    @Nullable WatchedPatient monitoring,
    List<ChangedSet> changedSince) {
  PastPatient {
    changedSince = List.copyOf(changedSince);
  }
}
