package health.vigil.device;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import health.vigil.ward.ConcernsWard;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The facts of a device's stream. */
public sealed interface DeviceEvent extends ConcernsPatient {
  DeviceId device();

  StayId stayId();

  Instant at();

  /**
   * From here on what the device sends is this patient's, until it is released or the stay ends.
   */
  @JsonTypeName("DevicePaired")
  @Revision("1")
  record DevicePaired(DeviceId device, PatientId patientId, StayId stayId, Instant at)
      implements DeviceEvent {}

  @JsonTypeName("DeviceReleased")
  @Revision("1")
  record DeviceReleased(DeviceId device, PatientId patientId, StayId stayId, Instant at)
      implements DeviceEvent {}

  /**
   * What the device sends for this patient is refused, as they are not paired: somebody at the bed
   * believes that the patient is measured.
   *
   * @param bed where the patient lies
   */
  @JsonTypeName("DeviceRefused")
  @Revision("1")
  record DeviceRefused(DeviceId device, PatientId patientId, StayId stayId, BedId bed, Instant at)
      implements DeviceEvent, ConcernsWard {
    /** A device that goes on sending is told of so often. */
    public static final Duration NOT_AGAIN_FOR = Duration.ofMinutes(10);
  }
}
