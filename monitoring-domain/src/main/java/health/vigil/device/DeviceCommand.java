package health.vigil.device;

import health.vigil.patient.PatientId;
import java.time.Instant;

/** What can be asked of a device. */
public sealed interface DeviceCommand {
  DeviceId device();

  /**
   * Binds a device to a patient for the present stay; to the patient that it is bound to already:
   * nothing happens. Refused as a conflict {@code device-paired} while it is bound to another
   * patient, {@code not-admitted} for a patient in no stay.
   */
  record PairDevice(DeviceId device, PatientId patientId, Instant at) implements DeviceCommand {}

  /** Refused as a conflict {@code device-not-paired} when it is bound to nobody. */
  record ReleaseDevice(DeviceId device, Instant at) implements DeviceCommand {}

  /**
   * Tells the ward that a device sends for a patient of theirs and is not paired with this one.
   * Nothing happens when it is paired by now, when the patient is in no stay, and when the same was
   * told within {@link DeviceEvent.DeviceRefused#NOT_AGAIN_FOR}.
   */
  record NoteRefusedDevice(DeviceId device, PatientId patientId, Instant at)
      implements DeviceCommand {}
}
