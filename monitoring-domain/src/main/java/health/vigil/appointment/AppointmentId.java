package health.vigil.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One appointment: a UUID as text. */
public record AppointmentId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AppointmentId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an AppointmentId is 1 to 64 letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
