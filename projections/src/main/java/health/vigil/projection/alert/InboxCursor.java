package health.vigil.projection.alert;

import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place in the inbox after which a page begins: {@code URGENCY_RAISED_ALERT}. */
record InboxCursor(int urgency, Instant raisedAt, String alert) {
  private static final Pattern FORM = Pattern.compile("([0-9])_([^\\s_]{1,40})_(\\S{1,80})");

  /**
   * @throws Refusal as invalid when {@link #text} did not give {@code text}
   */
  static InboxCursor parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw refused();
    }
    try {
      Instant raisedAt = Instant.parse(parts.group(2));
      return new InboxCursor(Integer.parseInt(parts.group(1)), raisedAt, parts.group(3));
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
    return urgency + "_" + raisedAt + "_" + alert;
  }
}
