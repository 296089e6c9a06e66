package health.vigil.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A device, by the name that it sends with its readings; not {@code .} or {@code ..}, which no URL
 * can name.
 */
public record DeviceId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._:-]{1,100}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DeviceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a DeviceId is 1 to 100 letters, digits, dashes, underscores, dots and colons");
    }
  }

  /** The stream of whom the device is paired with. */
  public String stream() {
    return "device:" + value;
  }

  @Override
  public String toString() {
    return value;
  }
}
