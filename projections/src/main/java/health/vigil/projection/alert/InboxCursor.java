package health.vigil.projection.alert;

import health.vigil.projection.Place;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.util.regex.Pattern;

/** The place in the inbox after which a page begins: {@code URGENCY_RAISED_ALERT}. */
record InboxCursor(int urgency, Instant raisedAt, String alert) {
  private static final Pattern FORM = Pattern.compile("([0-9])_([^\\s_]{1,40})_(\\S{1,80})");

  /**
   * @throws Refusal as invalid when {@link #text} did not give {@code text}
   */
  static InboxCursor parse(String text) {
    return Place.parse(
        text,
        FORM,
        parts ->
            new InboxCursor(
                Integer.parseInt(parts.group(1)), Instant.parse(parts.group(2)), parts.group(3)));
  }

  String text() {
    return urgency + "_" + raisedAt + "_" + alert;
  }
}
