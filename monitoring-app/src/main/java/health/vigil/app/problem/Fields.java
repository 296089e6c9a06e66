package health.vigil.app.problem;

import health.vigil.refusal.Refusal;
import health.vigil.refusal.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is not acceptable in a request, so that a client is told all of it at once. A value
 * that was refused comes back as it is, null included: nothing is used before {@link
 * #throwIfAny()}.
 */
public final class Fields {
  private static final String REQUIRED = "is required";

  private final List<FieldError> errors = new ArrayList<>();

  /**
   * The body, which must be there.
   *
   * @throws ProblemException 400
   */
  public static <T> T body(@Nullable T request) {
    if (request == null) {
      throw new ProblemException(
          Problem.of(400, "malformed-request", "The request can not be read")
              .detail("A JSON body is required."));
    }
    return request;
  }

  /** An empty parameter is as good as none. */
  public static @Nullable String given(@Nullable String parameter) {
    return parameter == null || parameter.isEmpty() ? null : parameter;
  }

  @SuppressWarnings("NullAway") // null only with an error, after which nobody uses it
  public <T> T require(String field, @Nullable T value) {
    check(field, value != null, REQUIRED);
    return value;
  }

  /** Required text with something in it, at most so long, with no control characters. */
  @SuppressWarnings("NullAway") // null only with an error, after which nobody uses it
  public String text(String field, @Nullable String value, int longest) {
    check(field, value != null && !value.isBlank(), REQUIRED);
    return optionalText(field, value, longest);
  }

  /** As {@link #text}, when it is there. */
  public @Nullable String optionalText(String field, @Nullable String value, int longest) {
    if (value == null) {
      return null;
    }
    check(field, value.length() <= longest, "at most " + longest + " characters");
    check(field, value.chars().noneMatch(Character::isISOControl), "no control characters");
    return value.strip();
  }

  /** Converts what is there; what the conversion refuses becomes an error of the field. */
  public <A, B> @Nullable B convert(
      String field, @Nullable A value, Function<? super A, ? extends B> conversion) {
    if (value == null) {
      return null;
    }
    try {
      return conversion.apply(value);
    } catch (Refusal refusal) {
      errors.addAll(refusal.errors());
    } catch (IllegalArgumentException refused) {
      check(field, refused.getMessage() == null, String.valueOf(refused.getMessage()));
    }
    return null;
  }

  /** As {@link #convert}, of a value that must be there. */
  @SuppressWarnings("NullAway") // null only with an error, after which nobody uses it
  public <A, B> B required(
      String field, @Nullable A value, Function<? super A, ? extends B> conversion) {
    check(field, value != null, REQUIRED);
    return convert(field, value, conversion);
  }

  public void check(String field, boolean acceptable, String accepted) {
    if (!acceptable) {
      errors.add(new FieldError(field, accepted));
    }
  }

  /**
   * @throws Refusal of all that was collected
   */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
  }
}
