package health.vigil.app.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.vigil.refusal.Refusal.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with a JSON body: 400 when it is no JSON or not of the shape that is asked for, 422
 * when a text is none of those accepted.
 */
final class UnreadableJson {
  private UnreadableJson() {}

  static Problem problem(JsonProcessingException unreadable) {
    if (unreadable instanceof InvalidFormatException format
        && format.getValue() instanceof String) {
      return Problem.of(422, "invalid-value", "A value is not acceptable")
          .detail("Not acceptable: " + path(format) + ".")
          .errors(List.of(new FieldError(path(format), accepted(format.getTargetType()))));
    }
    Problem malformed = HttpProblems.of(400);
    if (unreadable instanceof UnrecognizedPropertyException unknown) {
      return malformed
          .detail("The body has a field that is not known here.")
          .errors(List.of(new FieldError(path(unknown), "is not known")));
    }
    if (unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return malformed
          .detail("A field is not of the type that is asked for.")
          .errors(List.of(new FieldError(path(mapping), shape(mapping))));
    }
    return malformed.detail("The body is not well-formed JSON, or names a field twice.");
  }

  private static String shape(JsonMappingException mapping) {
    return mapping instanceof com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch
            && mismatch.getTargetType() != null
        ? accepted(mismatch.getTargetType())
        : "has another type";
  }

  private static String accepted(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "Instant" -> "a time as RFC 3339 has it, such as 2026-11-23T08:00:00Z";
      case "LocalDate" -> "a date such as 1950-12-31";
      case "BigDecimal", "Integer", "int", "Long", "long" -> "a number";
      case "Boolean", "boolean" -> "true or false";
      case "String" -> "a text";
      case "List" -> "a list";
      default -> "an object";
    };
  }

  private static String path(JsonMappingException mapping) {
    return mapping.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
