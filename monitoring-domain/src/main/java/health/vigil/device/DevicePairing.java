package health.vigil.device;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.device.DeviceEvent.DevicePaired;
import health.vigil.device.DeviceEvent.DeviceRefused;
import health.vigil.device.DeviceEvent.DeviceReleased;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Guards that a device measures one patient at a time. */
@AggregateRoot
final class DevicePairing {
  @AggregateIdentifier
  @SuppressWarnings("UnusedVariable") // the framework reads it
  private @Nullable String id;

  private @Nullable PatientId patient;
  private @Nullable StayId stay;

  /** For whom it was refused last. */
  private @Nullable PatientId refusedFor;

  private @Nullable Instant refusedAt;

  /**
   * Refuses another patient while the one it is with is still in the stay of the pairing.
   *
   * @param stays the present stay of each who is in one
   */
  void requireFree(PatientId other, Map<PatientId, StayId> stays) {
    if (patient != null && !patient.equals(other) && isWith(patient, stays.get(patient))) {
      throw Refusal.conflict(
          "device-paired", "The device is paired with another patient. Release it there first.");
    }
  }

  /** Takes the place of an earlier pairing. */
  void pair(DeviceId device, PatientId with, StayId during, Instant at) {
    if (!isWith(with, during)) {
      apply(new DevicePaired(device, with, during, at));
    }
  }

  void release(DeviceId device, Instant at) {
    if (patient == null || stay == null) {
      throw Refusal.conflict("device-not-paired", "The device is paired with nobody.");
    }
    apply(new DeviceReleased(device, patient, stay, at));
  }

  void refuse(DeviceId device, PatientId other, StayId during, BedId bed, Instant at) {
    if (!isWith(other, during) && !wasToldOf(other, at)) {
      apply(new DeviceRefused(device, other, during, bed, at));
    }
  }

  @EventSourcingHandler
  void on(DevicePaired event) {
    id = event.device().stream();
    patient = event.patientId();
    stay = event.stayId();
  }

  @EventSourcingHandler
  void on(DeviceReleased event) {
    patient = null;
    stay = null;
  }

  @EventSourcingHandler
  void on(DeviceRefused event) {
    id = event.device().stream();
    refusedFor = event.patientId();
    refusedAt = event.at();
  }

  /** Null when it is paired with nobody; the stay may be over. */
  @Nullable PatientId patient() {
    return patient;
  }

  private boolean isWith(PatientId other, @Nullable StayId during) {
    return other.equals(patient) && during != null && during.equals(stay);
  }

  private boolean wasToldOf(PatientId other, Instant at) {
    return other.equals(refusedFor)
        && refusedAt != null
        && at.isBefore(refusedAt.plus(DeviceRefused.NOT_AGAIN_FOR));
  }
}
