package health.vigil.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Somebody who sees patients, by the id of the hospital's directory; formed as FHIR's ids are. */
public record PractitionerId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PractitionerId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a practitioner's id is 1 to 64 letters, digits, dots and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
