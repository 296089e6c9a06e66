package health.vigil.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.stay.StayId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * One alert, one episode; derived from what it is about, so that raising it twice meets the same
 * stream.
 */
public record AlertId(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public AlertId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an AlertId is not blank");
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
