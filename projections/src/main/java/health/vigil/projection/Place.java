package health.vigil.projection;

import health.vigil.refusal.Refusal;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in lists, after which a page begins, as they were given out. */
public final class Place {
  private Place() {}

  /**
   * Reads a place.
   *
   * @param form of its text, with a group for each part
   * @param reading of the parts
   * @throws Refusal as invalid when the text is of no such form, or a time in it is none
   */
  public static <T> T parse(String text, Pattern form, Function<Matcher, T> reading) {
    Matcher parts = form.matcher(text);
    if (!parts.matches()) {
      throw refused();
    }
    try {
      return reading.apply(parts);
    } catch (DateTimeException noTime) {
      Refusal refusal = refused();
      refusal.initCause(noTime);
      throw refusal;
    }
  }

  private static Refusal refused() {
    return Refusal.invalid("cursor", "is none that was given out");
  }
}
