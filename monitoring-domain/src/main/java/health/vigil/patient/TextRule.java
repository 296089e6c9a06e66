package health.vigil.patient;

import health.vigil.refusal.Refusal.FieldError;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is accepted as one field of text. Lengths count Unicode code points.
 *
 * @param field its name at the API
 * @param accepted the rule in words, for the client
 */
record TextRule(String field, Pattern form, String accepted) {
  private static final String VISIBLE = "\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}";

  /** Half a surrogate pair is no text: it can not be encoded. */
  private static final String UNPRINTABLE = "\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}";

  /** Text for people to read: no control characters, and something to see. */
  static TextRule printable(String field, int longest) {
    return new TextRule(
        field,
        Pattern.compile("(?=.*[" + VISIBLE + "])[^" + UNPRINTABLE + "]{1," + longest + "}"),
        "1 to " + longest + " characters, no control characters");
  }

  /**
   * Text that identifies: visible characters only, so that no two differ by what nobody sees, and
   * no space at either end.
   */
  static TextRule visible(String field, int longest) {
    String inside = "[" + VISIBLE + " ]{0," + (longest - 2) + "}";
    return new TextRule(
        field,
        Pattern.compile("[" + VISIBLE + "](?:" + inside + "[" + VISIBLE + "])?"),
        "1 to " + longest + " visible characters, with no space at either end");
  }

  /** The error to report; empty when {@code text} is acceptable, which missing text never is. */
  Optional<FieldError> check(@Nullable String text) {
    boolean acceptable = text != null && form.matcher(text).matches();
    return acceptable ? Optional.empty() : Optional.of(new FieldError(field, accepted));
  }
}
