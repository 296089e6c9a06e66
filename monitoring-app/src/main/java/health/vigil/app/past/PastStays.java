package health.vigil.app.past;

import health.vigil.monitoring.MonitoringId;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;
import health.vigil.store.EventLog;
import jakarta.inject.Singleton;
import java.util.List;

/** What the ward board of the past knows of a stay. */
@Singleton
public class PastStays {
  private final EventLog log;

  PastStays(EventLog log) {
    this.log = log;
  }

  /** Follows a stay from its beginning, and with it the beds that its patient lay in. */
  public void follow(Past.View past, String wardBoard, PatientId patient, StayId stay, long upTo) {
    long beginning =
        log.beginning(List.of(stay.value(), MonitoringId.of(stay).value())).orElseThrow();
    past.follow(wardBoard, patient.value(), beginning - 1, upTo);
  }
}
