package health.vigil.app.place;

import health.vigil.alert.AlertEvent;
import health.vigil.alert.AlertId;
import health.vigil.app.log.Payloads;
import health.vigil.device.DeviceEvent;
import health.vigil.device.DeviceEvent.DevicePaired;
import health.vigil.device.DeviceId;
import health.vigil.patient.PatientEvent.StayOpened;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayEvent;
import health.vigil.stay.StayEvent.PatientDischarged;
import health.vigil.stay.StayId;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Places as the log has them this moment: a look or two by an index, whatever the log's size. */
@Singleton
class PlacesInLog {
  private static final List<String> STAYS = List.of("StayOpened", "StayClosed");
  private static final List<String> MOVES =
      List.of("PatientAdmitted", "PatientTransferred", "PatientDischarged");
  private static final List<String> ALERTS = List.of("AlertRaised", "AlertMoved");
  private static final List<String> PAIRINGS = List.of("DevicePaired", "DeviceReleased");

  private final EventLog log;
  private final Payloads payloads;

  PlacesInLog(EventLog log, Payloads payloads) {
    this.log = log;
    this.payloads = payloads;
  }

  Whereabouts of(PatientId patient) {
    return last(patient.value(), STAYS)
        .map(event -> event instanceof StayOpened in ? during(in.stayId()) : Whereabouts.NOWHERE)
        .orElseGet(() -> isPatient(patient) ? Whereabouts.NOWHERE : Whereabouts.UNKNOWN);
  }

  private Whereabouts during(StayId stay) {
    return last(stay.value(), MOVES)
        .filter(event -> !(event instanceof PatientDischarged))
        .map(event -> new Whereabouts(true, stay, ((StayEvent) event).bed().ward()))
        .orElse(Whereabouts.NOWHERE);
  }

  private boolean isPatient(PatientId patient) {
    return first(patient.value()).filter(event -> "Patient".equals(event.streamType())).isPresent();
  }

  /** Empty when the device is paired with nobody; the stay of a pairing may be over. */
  Optional<Pairing> of(DeviceId device) {
    return last(device.stream(), PAIRINGS)
        .map(DeviceEvent.class::cast)
        .filter(DevicePaired.class::isInstance)
        .map(paired -> new Pairing(paired.patientId(), paired.stayId()));
  }

  /** Empty when there is no such alert. */
  Optional<AlertPlace> of(AlertId alert) {
    return last(alert.value(), ALERTS)
        .map(AlertEvent.class::cast)
        .map(event -> new AlertPlace(event.patientId(), event.bed().ward()));
  }

  private Optional<RecordedEvent> first(String stream) {
    return log.byStream(stream, 0, 1).stream().findFirst();
  }

  private Optional<Object> last(String stream, Collection<String> types) {
    return log.lastOf(stream, types).map(payloads::read);
  }
}
