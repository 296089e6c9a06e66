package health.vigil.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One observation set: a UUID as text, derived from the request that brought it. */
public record ObservationId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ObservationId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a ObservationId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
