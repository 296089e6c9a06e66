package health.vigil.refusal;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command was understood and refused; nothing was changed. The message, the field errors and the
 * details never hold personal data: they are shown to clients and written to logs.
 */
public final class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** What kind of no it is; each kind is one HTTP status at the API. */
  public enum Kind {
    /** What the command addresses does not exist (404). */
    NOT_FOUND,
    /** The present state does not allow it (409). */
    CONFLICT,
    /** It was decided on a revision that is no longer the newest (412). */
    STALE,
    /** A value is not acceptable (422). */
    INVALID
  }

  /** A field by its API name, and what is accepted there. */
  public record FieldError(String field, String message) {}

  private final Kind kind;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> details;

  private Refusal(
      Kind kind,
      String code,
      String message,
      List<FieldError> errors,
      Map<String, Object> details) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** Refuses because {@code what} (a noun such as "patient") does not exist. */
  public static Refusal notFound(String what) {
    return new Refusal(
        Kind.NOT_FOUND, what + "-not-found", "There is no such " + what + ".", List.of(), Map.of());
  }

  /** Refuses because of the present state; {@code code} is a stable kebab-case name. */
  public static Refusal conflict(String code, String message) {
    return conflict(code, message, Map.of());
  }

  /** As {@link #conflict(String, String)}, with machine-readable details in the order given. */
  public static Refusal conflict(String code, String message, Map<String, Object> details) {
    return new Refusal(Kind.CONFLICT, code, message, List.of(), details);
  }

  /**
   * Refuses because the caller decided on revision {@code expected} while {@code actual} is the
   * newest.
   */
  public static Refusal stale(long expected, long actual) {
    return new Refusal(
        Kind.STALE,
        "stale-revision",
        "Revision " + expected + " was edited, but the newest is " + actual + ".",
        List.of(),
        Map.of("revision", actual));
  }

  /** Refuses one value; {@code message} says what is accepted. */
  public static Refusal invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** Refuses several values at once. */
  public static Refusal invalid(List<FieldError> errors) {
    String fields = String.join(", ", errors.stream().map(FieldError::field).toList());
    return new Refusal(
        Kind.INVALID, "invalid-value", "Not acceptable: " + fields + ".", errors, Map.of());
  }

  /** Refuses what is wrong with no single value; {@code code} is a stable kebab-case name. */
  public static Refusal unacceptable(String code, String message) {
    return new Refusal(Kind.INVALID, code, message, List.of(), Map.of());
  }

  public Kind kind() {
    return kind;
  }

  /** A stable kebab-case name of the reason, the last segment of the problem type. */
  public String code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, Object> details() {
    return details;
  }
}
