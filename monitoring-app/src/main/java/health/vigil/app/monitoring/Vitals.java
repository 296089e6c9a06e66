package health.vigil.app.monitoring;

import health.vigil.app.problem.Fields;
import health.vigil.monitoring.vitals.Vital;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Vital signs by the names of their fields. */
final class Vitals {
  private static final String ACCEPTED =
      "keys are "
          + Arrays.stream(Vital.values()).map(Vital::fieldName).collect(Collectors.joining(", "));

  private Vitals() {}

  /** Puts a value under the vital sign that the key names, or adds an error. */
  static <V> void put(
      Fields fields, String field, String key, @Nullable V value, Map<Vital, V> into) {
    Optional<Vital> vital = named(key);
    fields.check(field, vital.isPresent(), ACCEPTED);
    fields.check(field, value != null, "values are not null");
    if (vital.isPresent() && value != null) {
      into.put(vital.get(), value);
    }
  }

  private static Optional<Vital> named(String fieldName) {
    return Arrays.stream(Vital.values())
        .filter(vital -> vital.fieldName().equals(fieldName))
        .findFirst();
  }
}
