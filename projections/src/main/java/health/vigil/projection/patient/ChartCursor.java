package health.vigil.projection.patient;

import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in a chart after which a page begins: {@code TIME_POSITION}. */
record ChartCursor(Instant measuredAt, long recordedPosition) {
  private static final Pattern FORM = Pattern.compile("(\\S{1,40})_(\\d{1,18})");

  /**
   * @throws Refusal as invalid when {@link #text} did not give {@code text}
   */
  static ChartCursor parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused();
    }
    try {
      return new ChartCursor(Instant.parse(parts.group(1)), Long.parseLong(parts.group(2)));
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
    return measuredAt + "_" + recordedPosition;
  }
}
