package health.vigil.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.patient.PatientId;
import health.vigil.stay.StayId;

/** The stream of the observation sets of one stay, or of a patient outside any stay. */
public record MonitoringId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MonitoringId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a MonitoringId is not blank");
    }
  }

  /** The monitoring of a stay. */
  public static MonitoringId of(StayId stay) {
    return new MonitoringId("monitoring:" + stay);
  }

  /**
   * The chart of what was measured while the patient was in no stay: never scored, never alerts.
   */
  public static MonitoringId outsideStays(PatientId patient) {
    return new MonitoringId("chart:" + patient);
  }

  @Override
  public String toString() {
    return value;
  }
}
