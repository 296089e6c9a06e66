package health.vigil.app.json;

import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 has them. */
public final class Instants {
  static final String FORM = "a time as RFC 3339 has it, such as 2026-11-23T08:00:00Z";
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");

  private Instants() {}

  /**
   * Parses a query parameter; null stays null.
   *
   * @throws Refusal that names the field
   */
  public static @Nullable Instant parse(String field, @Nullable String text) {
    return text == null ? null : of(text).orElseThrow(() -> Refusal.invalid(field, FORM));
  }

  /** In microseconds, which is what is kept; empty when it is no such time. */
  public static Optional<Instant> of(String text) {
    if (!RFC_3339.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      OffsetDateTime time = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT));
      return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeParseException noSuchTime) {
      return noTime(noSuchTime);
    }
  }

  /** The form is right, but there is no such day or hour. */
  private static Optional<Instant> noTime(DateTimeParseException ignored) {
    return Optional.empty();
  }
}
