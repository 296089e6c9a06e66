package health.vigil.app.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules by their keys in the configuration, each as one text for one meaning, so that {@code 60m}
 * and {@code 1h} are no two rules. The text may be put into the configuration as it is.
 */
public final class Rulebook {
  private final SortedMap<String, String> rules = new TreeMap<>();

  /** In ISO 8601, such as {@code PT30M}. */
  public Rulebook rule(String key, Duration value) {
    return put(key, value.toString());
  }

  public Rulebook rule(String key, BigDecimal value) {
    return put(key, value.stripTrailingZeros().toPlainString());
  }

  public Rulebook rule(String key, int value) {
    return put(key, String.valueOf(value));
  }

  public Rulebook rule(String key, Enum<?> value) {
    return put(key, value.name());
  }

  public Rulebook rule(String key, ZoneId value) {
    return put(key, value.getId());
  }

  /** Texts in an order that matters. */
  public Rulebook rule(String key, List<String> value) {
    return put(key, String.join(",", value));
  }

  SortedMap<String, String> rules() {
    return Collections.unmodifiableSortedMap(rules);
  }

  private Rulebook put(String key, String value) {
    if (rules.put(key, value) != null) {
      throw new IllegalArgumentException(key + " is told twice");
    }
    return this;
  }
}
