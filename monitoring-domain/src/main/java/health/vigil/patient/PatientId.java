package health.vigil.patient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A patient for life: a random UUID as text, never a number that means something. */
public record PatientId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PatientId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a PatientId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
