package health.vigil.rules;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The stream of the rules: a log has one, {@link #OF_THE_HOSPITAL}. */
public record ClinicalRulesId(@JsonValue String value) {
  public static final ClinicalRulesId OF_THE_HOSPITAL = new ClinicalRulesId("clinical-rules");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ClinicalRulesId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a ClinicalRulesId is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
