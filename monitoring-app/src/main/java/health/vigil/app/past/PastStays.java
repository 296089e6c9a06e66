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

  /** A patient's stay. */
  public record Watched(PatientId patient, StayId stay) {}

  /** Follows stays from their beginning, and with them the beds that their patients lay in. */
  public void follow(Past.View past, String wardBoard, List<Watched> stays, long upTo) {
    past.follow(wardBoard, stays.stream().map(each -> about(each, upTo)).toList());
  }

  private Past.Stretch about(Watched watched, long upTo) {
    String stay = watched.stay().value();
    long beginning =
        log.beginning(List.of(stay, MonitoringId.of(watched.stay()).value())).orElseThrow();
    return new Past.Stretch(watched.patient().value(), beginning - 1, upTo);
  }
}
