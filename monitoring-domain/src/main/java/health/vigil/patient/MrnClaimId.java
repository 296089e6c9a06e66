package health.vigil.patient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The stream that guards one medical record number: {@code mrn:} and a keyed hash of the number, so
 * that the id tells nobody the number.
 */
public record MrnClaimId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MrnClaimId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a MrnClaimId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
