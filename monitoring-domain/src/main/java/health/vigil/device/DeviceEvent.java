package health.vigil.device;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.ConcernsPatient;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
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
}
