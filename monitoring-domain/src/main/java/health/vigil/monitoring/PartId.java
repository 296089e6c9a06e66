package health.vigil.monitoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One message of a set: a UUID as text, derived from the message; the first one's is the set's. */
public record PartId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PartId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a PartId is 1 to 64 letters, digits and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
