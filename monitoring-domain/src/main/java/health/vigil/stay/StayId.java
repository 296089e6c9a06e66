package health.vigil.stay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One stay of one patient: a UUID as text. */
public record StayId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public StayId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a StayId is 1 to 64 letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
