package health.vigil.device;

import health.vigil.device.DeviceCommand.NoteRefusedDevice;
import health.vigil.device.DeviceCommand.PairDevice;
import health.vigil.device.DeviceCommand.ReleaseDevice;
import health.vigil.patient.Patient;
import health.vigil.patient.PatientFile;
import health.vigil.patient.PatientId;
import health.vigil.refusal.Refusal;
import health.vigil.stay.Stay;
import health.vigil.stay.StayFile;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Pairs and releases devices, and tells of those that are refused. A pairing is over with the stay
 * that it was made in, although nothing is recorded of the device then.
 *
 * <p>Locked in this order: the device, then patients by id, then a stay. Nobody who holds a patient
 * asks for a device.
 */
final class DevicePairings {
  @CommandHandler
  void handle(PairDevice command, Repository<DevicePairing> devices, Repository<Patient> patients)
      throws Exception {
    Aggregate<DevicePairing> device = load(command.device(), devices);
    PatientId patient = command.patientId();
    PatientId earlier = device.invoke(DevicePairing::patient);
    Map<PatientId, StayId> stays = stays(patient, earlier, new PatientFile(patients));
    StayId stay = stays.get(patient);
    if (stay == null) {
      throw Refusal.conflict("not-admitted", "The patient is not admitted.");
    }
    device.execute(
        pairing -> {
          pairing.requireFree(patient, stays);
          pairing.pair(command.device(), patient, stay, command.at());
        });
  }

  @CommandHandler
  void handle(ReleaseDevice command, Repository<DevicePairing> devices) throws Exception {
    load(command.device(), devices)
        .execute(pairing -> pairing.release(command.device(), command.at()));
  }

  @CommandHandler
  void handle(
      NoteRefusedDevice command,
      Repository<DevicePairing> devices,
      Repository<Patient> patients,
      Repository<Stay> stays)
      throws Exception {
    Aggregate<DevicePairing> device = load(command.device(), devices);
    StayId stay = new PatientFile(patients).look(command.patientId()).currentStay();
    if (stay == null) {
      return;
    }
    BedId bed = new StayFile(stays).bedOf(stay);
    device.execute(
        pairing -> pairing.refuse(command.device(), command.patientId(), stay, bed, command.at()));
  }

  /** The present stay of each who is in one. */
  private static Map<PatientId, StayId> stays(
      PatientId patient, @Nullable PatientId earlier, PatientFile patients) {
    SortedMap<String, PatientId> inOrder = new TreeMap<>();
    inOrder.put(patient.value(), patient);
    if (earlier != null) {
      inOrder.put(earlier.value(), earlier);
    }
    Map<PatientId, StayId> stays = new HashMap<>();
    for (PatientId one : inOrder.values()) {
      StayId stay = patients.look(one).currentStay();
      if (stay != null) {
        stays.put(one, stay);
      }
    }
    return stays;
  }

  private static Aggregate<DevicePairing> load(DeviceId device, Repository<DevicePairing> devices)
      throws Exception {
    return devices.loadOrCreate(device.stream(), DevicePairing::new);
  }
}
