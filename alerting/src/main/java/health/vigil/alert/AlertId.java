package health.vigil.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.stay.StayId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One alert, one episode; derived from what it is about, so that raising it twice meets the same
 * stream.
 */
public record AlertId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,64}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AlertId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("an AlertId is 1 to 64 letters, digits and dashes");
    }
  }

  /** The alert of one episode of one rule in one stay. */
  public static AlertId of(StayId stay, AlertRule rule, int episode) {
    String name = stay + "|" + rule + "|" + episode;
    return new AlertId("alert-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return value;
  }
}
