package health.vigil.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One appointment: a UUID as text. */
public record AppointmentId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AppointmentId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an AppointmentId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
