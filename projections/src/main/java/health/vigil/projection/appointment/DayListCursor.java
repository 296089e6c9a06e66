package health.vigil.projection.appointment;

import health.vigil.projection.Place;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.util.regex.Pattern;

/** The place in a day after which a page begins: {@code START_APPOINTMENT}. */
record DayListCursor(Instant start, String appointment) {
  private static final Pattern FORM = Pattern.compile("([^\\s_]{1,40})_(\\S{1,64})");

  /**
   * @throws Refusal as invalid when {@link #text} did not give {@code text}
   */
  static DayListCursor parse(String text) {
    return Place.parse(
        text, FORM, parts -> new DayListCursor(Instant.parse(parts.group(1)), parts.group(2)));
  }

  String text() {
    return start + "_" + appointment;
  }
}
