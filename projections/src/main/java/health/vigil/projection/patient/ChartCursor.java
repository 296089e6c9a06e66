package health.vigil.projection.patient;

import health.vigil.projection.Place;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.util.regex.Pattern;

/** The place in a chart after which a page begins: {@code TIME_POSITION}. */
record ChartCursor(Instant measuredAt, long recordedPosition) {
  private static final Pattern FORM = Pattern.compile("(\\S{1,40})_(\\d{1,18})");

  /**
   * @throws Refusal as invalid when {@link #text} did not give {@code text}
   */
  static ChartCursor parse(String text) {
    return Place.parse(
        text,
        FORM,
        parts -> new ChartCursor(Instant.parse(parts.group(1)), Long.parseLong(parts.group(2))));
  }

  String text() {
    return measuredAt + "_" + recordedPosition;
  }
}
