package health.vigil.ward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A bed of a ward, and the stream of who lies in it: {@code bed:WARD/BED}. */
public record BedId(@JsonValue String value) {
  private static final Pattern FORM = Pattern.compile("bed:[^/]{1,40}/[^/]{1,40}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BedId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a bed id reads bed:WARD/BED");
    }
  }

  /** The bed that the ward calls {@code name}; neither holds a slash. */
  public static BedId of(WardId ward, String name) {
    return new BedId("bed:" + ward + "/" + name);
  }

  public WardId ward() {
    return new WardId(value.substring("bed:".length(), value.indexOf('/')));
  }

  /** The bed's name in its ward. */
  public String name() {
    return value.substring(value.indexOf('/') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
