package health.vigil.app.device;

import health.vigil.app.log.Payloads;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.security.Permitted;
import health.vigil.app.security.Places;
import health.vigil.device.DeviceEvent;
import health.vigil.device.DeviceEvent.DevicePaired;
import health.vigil.device.DeviceId;
import health.vigil.stay.StayEvent;
import health.vigil.stay.StayId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Devices as the log has them this moment. */
@Singleton
class KnownDevices {
  private static final List<String> PAIRED = List.of("DevicePaired");
  private static final List<String> PAIRINGS = List.of("DevicePaired", "DeviceReleased");
  private static final List<String> MOVES = List.of("PatientAdmitted", "PatientTransferred");

  private final EventLog log;
  private final Payloads payloads;
  private final Places places;
  private final Permitted permitted;

  KnownDevices(EventLog log, Payloads payloads, Places places, Permitted permitted) {
    this.log = log;
    this.payloads = payloads;
    this.places = places;
    this.permitted = permitted;
  }

  /** What was last recorded of it; empty for a device that was never paired. */
  Optional<DeviceEvent> last(DeviceId device) {
    return log.lastOf(device.stream(), PAIRINGS).map(payloads::read).map(DeviceEvent.class::cast);
  }

  /** Whether the pairing holds: it was not released, and the stay goes on. */
  boolean holds(DeviceEvent last) {
    return last instanceof DevicePaired && places.isPaired(last.device().value(), last.patientId());
  }

  /**
   * Who released a device may be told so again. The ward that paired a device may have it back: it
   * stays on the wall when its patient is taken elsewhere.
   *
   * @throws ProblemException 403 unless it is, or was last, paired with a patient of the actor's or
   *     in a ward of the actor's; who has the whole hospital reaches every device
   */
  void requireReach(DeviceId device) {
    permitted.require(
        permitted.wards().all()
            || log.lastOf(device.stream(), PAIRED).filter(this::isWithin).isPresent());
  }

  private boolean isWithin(RecordedEvent pairing) {
    DeviceEvent paired = (DeviceEvent) payloads.read(pairing);
    return permitted.isOf(paired.patientId())
        || wardOf(paired.stayId(), pairing.position())
            .filter(permitted.wards()::include)
            .isPresent();
  }

  /** Where the patient lay then. */
  private Optional<WardId> wardOf(StayId stay, long position) {
    return log.lastOf(stay.value(), MOVES, position)
        .map(payloads::read)
        .map(move -> ((StayEvent) move).bed().ward());
  }
}
