package health.vigil.ward;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import health.vigil.refusal.Refusal;
import health.vigil.refusal.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A bed of a ward, and the stream of who lies in it: {@code bed:WARD/BED}. Wards and beds are named
 * by 1 to 40 letters, digits, dashes, underscores and dots; whatever is named so is a bed, save
 * {@code .} and {@code ..}, which no URL can name.
 */
public record BedId(@JsonValue String value) {
  private static final String NAME = "(?!\\.{1,2}(?:/|$))[\\p{L}\\p{Nd}._-]{1,40}";
  private static final Pattern NAME_FORM = Pattern.compile(NAME);
  private static final Pattern FORM = Pattern.compile("bed:" + NAME + "/" + NAME);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BedId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a bed id reads bed:WARD/BED");
    }
  }

  /**
   * The bed that the ward calls {@code name}.
   *
   * @throws Refusal naming the fields {@code ward} and {@code bed}, as far as they are not
   *     acceptable
   */
  public static BedId of(String ward, String name) {
    List<FieldError> errors = new ArrayList<>();
    check("ward", ward, errors);
    check("bed", name, errors);
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new BedId("bed:" + ward + "/" + name);
  }

  /** As {@link #of(String, String)}. */
  public static BedId of(WardId ward, String name) {
    return of(ward.value(), name);
  }

  /** How the ids of all beds of a ward begin, and of no other's. */
  public static String beginning(WardId ward) {
    return "bed:" + ward.value() + "/";
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

  private static void check(String field, @Nullable String name, List<FieldError> errors) {
    if (name == null || !NAME_FORM.matcher(name).matches()) {
      errors.add(new FieldError(field, "1 to 40 letters, digits, dashes, underscores and dots"));
    }
  }
}
