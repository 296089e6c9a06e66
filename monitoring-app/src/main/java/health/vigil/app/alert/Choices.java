package health.vigil.app.alert;

import health.vigil.refusal.Refusal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client chooses of an enumeration in a query parameter that may be given more than once.
 */
final class Choices {
  private Choices() {}

  /**
   * @throws Refusal when a value is none of the enumeration's
   */
  static <E extends Enum<E>> Set<E> of(String parameter, List<String> values, Class<E> choices) {
    Set<E> chosen = EnumSet.noneOf(choices);
    for (String value : values) {
      chosen.add(
          Arrays.stream(choices.getEnumConstants())
              .filter(choice -> choice.name().equals(value))
              .findFirst()
              .orElseThrow(() -> refused(parameter, choices)));
    }
    return chosen;
  }

  private static <E extends Enum<E>> Refusal refused(String parameter, Class<E> choices) {
    return Refusal.invalid(
        parameter,
        Arrays.stream(choices.getEnumConstants())
            .map(Enum::name)
            .collect(Collectors.joining(", ", "one of ", "")));
  }
}
