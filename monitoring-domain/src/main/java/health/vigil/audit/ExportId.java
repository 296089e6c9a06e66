package health.vigil.audit;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One export of the log: a UUID as text. */
public record ExportId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-z-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ExportId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an ExportId is 1 to 64 digits, lower-case letters and dashes");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
