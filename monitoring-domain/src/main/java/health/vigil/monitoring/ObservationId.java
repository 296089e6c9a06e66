package health.vigil.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One observation set: a UUID as text, derived from the request that brought it. */
public record ObservationId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ObservationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a ObservationId is 1 to 64 letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
