package health.vigil.app.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.access.AboutPatient;
import health.vigil.device.DeviceEvent;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A device as it stands.
 *
 * @param patientId absent when it is paired with nobody
 * @param pairedAt absent with it
 */
@Schema(name = "Device")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceAnswer(
    DeviceId device,
    @Nullable PatientId patientId,
    @Nullable StayId stayId,
    @Nullable Instant pairedAt)
    implements AboutPatient {
  static DeviceAnswer of(DeviceEvent pairing) {
    return new DeviceAnswer(pairing.device(), pairing.patientId(), pairing.stayId(), pairing.at());
  }

  static DeviceAnswer ofNobody(DeviceId device) {
    return new DeviceAnswer(device, null, null, null);
  }
}
