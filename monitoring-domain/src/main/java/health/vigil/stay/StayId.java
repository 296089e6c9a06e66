package health.vigil.stay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One stay of one patient: a UUID as text. */
public record StayId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StayId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a StayId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
