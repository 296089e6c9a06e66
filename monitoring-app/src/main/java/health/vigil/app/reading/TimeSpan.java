package health.vigil.app.reading;

import health.vigil.app.json.Instants;
import health.vigil.app.problem.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The time that is asked about.
 *
 * @param from this time or later; null for no bound
 * @param to before this time; null for no bound
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {

  /** What the parameters {@code from} and {@code to} say; what is wrong with them is collected. */
  public static TimeSpan of(Fields fields, @Nullable String from, @Nullable String to) {
    Instant begin = fields.convert("from", from, text -> Instants.parse("from", text));
    Instant end = fields.convert("to", to, text -> Instants.parse("to", text));
    fields.check(
        "to", begin == null || end == null || begin.isBefore(end), "a time later than from");
    return new TimeSpan(begin, end);
  }
}
