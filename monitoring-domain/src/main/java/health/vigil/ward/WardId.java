package health.vigil.ward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A ward, by the short name that the hospital uses. */
public record WardId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WardId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a WardId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
