package health.vigil.ward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A ward, by the short name that the hospital uses; not {@code .} or {@code ..}, which no URL can
 * name.
 */
public record WardId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("(?!\\.{1,2}$)[\\p{L}\\p{Nd}._-]{1,40}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WardId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a WardId is 1 to 40 letters, digits, dashes, underscores and dots");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
