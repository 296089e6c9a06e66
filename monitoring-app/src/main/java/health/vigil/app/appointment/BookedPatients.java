package health.vigil.app.appointment;

import health.vigil.app.log.Payloads;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.security.Permitted;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentId;
import health.vigil.patient.PatientId;
import health.vigil.store.EventLog;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Holds appointments against what the actor may do, by the patient that each is of. */
@Singleton
class BookedPatients {
  private final EventLog log;
  private final Payloads payloads;
  private final Permitted permitted;

  BookedPatients(EventLog log, Payloads payloads, Permitted permitted) {
    this.log = log;
    this.payloads = payloads;
    this.permitted = permitted;
  }

  /**
   * @throws ProblemException 403 when it is of somebody else's patient; for an id that nobody has
   *     too, unless the actor may do it in the whole hospital
   */
  void require(AppointmentId appointment) {
    permitted.require(
        permitted.wards().all() || patient(appointment).filter(permitted::isOf).isPresent());
  }

  /** By the log: a booking of this moment is known. */
  private Optional<PatientId> patient(AppointmentId appointment) {
    return log.byStream(appointment.value(), 0, 1).stream()
        .filter(event -> event.type().equals(AppointmentRequested.class.getSimpleName()))
        .map(payloads::read)
        .map(event -> ((AppointmentRequested) event).patientId())
        .findFirst();
  }
}
