package health.vigil.patient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A patient for life: a random UUID as text, never a number that means something. */
public record PatientId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PatientId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a PatientId is 1 to 64 letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
