package health.vigil.app.access;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The trace that the client began, as W3C Trace Context has it. */
final class Trace {
  static final String HEADER = "traceparent";

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-(?<trace>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");

  private Trace() {}

  static @Nullable String of(@Nullable String header) {
    Matcher form = FORM.matcher(header == null ? "" : header);
    return form.matches() ? form.group("trace") : null;
  }
}
