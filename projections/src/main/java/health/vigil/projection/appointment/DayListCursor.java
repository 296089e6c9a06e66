package health.vigil.projection.appointment;

import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in a day after which a page begins: {@code START_APPOINTMENT}. */
record DayListCursor(Instant start, String appointment) {
  private static final Pattern FORM = Pattern.compile("([^\\s_]{1,40})_(\\S{1,64})");

  /**
   * @throws Refusal as invalid when {@link #text} did not give {@code text}
   */
  static DayListCursor parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused();
    }
    try {
      return new DayListCursor(Instant.parse(parts.group(1)), parts.group(2));
    } catch (DateTimeParseException noTime) {
      Refusal refusal = refused();
      refusal.initCause(noTime);
      throw refusal;
    }
  }

  private static Refusal refused() {
    return Refusal.invalid("cursor", "is none that was given out");
  }

  String text() {
    return start + "_" + appointment;
  }
}
