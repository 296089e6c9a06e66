package health.vigil.app.erasure;

import health.vigil.app.reading.ReadModels;
import health.vigil.patient.PatientId;
import health.vigil.projection.appointment.CountComing;
import health.vigil.refusal.Refusal;
import health.vigil.store.EventLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/** Whether a patient is expected: nobody is erased whom a practitioner waits for. */
@Singleton
class ComingAppointments {
  private static final String READ_MODEL = "day-list";

  private final EventLog log;
  private final ReadModels readModels;
  private final Clock clock;

  ComingAppointments(EventLog log, ReadModels readModels, Clock clock) {
    this.log = log;
    this.readModels = readModels;
    this.clock = clock;
  }

  /**
   * @throws Refusal as a conflict {@code appointments-ahead} with their number
   */
  void requireNone(PatientId patient) {
    readModels.await(READ_MODEL, log.head());
    long coming = readModels.ask(new CountComing(patient, clock.instant()), Long.class);
    if (coming > 0) {
      throw Refusal.conflict(
          "appointments-ahead",
          "The patient has appointments ahead: cancel them first.",
          Map.of("appointments", coming));
    }
  }
}
