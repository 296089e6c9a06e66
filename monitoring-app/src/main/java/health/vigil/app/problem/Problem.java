package health.vigil.app.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import health.vigil.refusal.Refusal.FieldError;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A problem document of RFC 9457.
 *
 * @param type {@code /problems/} and a stable name; the names are listed in
 *     docs/reference/problems.md
 * @param errors the fields that are not acceptable, and what is
 * @param more what a client may need to go on, such as the interval that collides
 */
@RegisterForReflection(targets = {Problem.class, FieldError.class})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "errors"})
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> more) {
  public static final String MEDIA_TYPE = "application/problem+json";
  private static final String PREFIX = "/problems/";

  public Problem {
    errors = List.copyOf(errors);
    more = new TreeMap<>(more);
  }

  /**
   * @param code stable, kebab-case
   */
  public static Problem of(int status, String code, String title) {
    return new Problem(PREFIX + code, title, status, null, List.of(), Map.of());
  }

  public Problem detail(String text) {
    return new Problem(type, title, status, text, errors, more);
  }

  public Problem errors(List<FieldError> fields) {
    return new Problem(type, title, status, detail, fields, more);
  }

  public Problem with(Map<String, Object> members) {
    return new Problem(type, title, status, detail, errors, members);
  }

  /** The last segment of the type. */
  public String code() {
    return type.substring(PREFIX.length());
  }
}
