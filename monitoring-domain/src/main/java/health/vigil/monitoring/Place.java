package health.vigil.monitoring;

import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import org.jspecify.annotations.Nullable;

/**
 * Whose stream it is and where the patient lies; stay and bed are null in a chart outside stays.
 */
record Place(
    MonitoringId monitoringId, PatientId patientId, @Nullable StayId stayId, @Nullable BedId bed) {
  Place movedTo(BedId to) {
    return new Place(monitoringId, patientId, stayId, to);
  }
}
