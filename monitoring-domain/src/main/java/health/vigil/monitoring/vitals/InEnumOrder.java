package health.vigil.monitoring.vitals;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Unmodifiable copies that iterate in the order of the enum, so that a message has the same bytes
 * wherever it is written: {@code Map.copyOf} and {@code Set.copyOf} iterate in another order in
 * each JVM.
 */
public final class InEnumOrder {
  private InEnumOrder() {}

  /**
   * @throws NullPointerException when a value is null
   */
  public static <K extends Enum<K>, V> Map<K, V> copyOf(Class<K> keys, Map<K, V> map) {
    EnumMap<K, V> copy = new EnumMap<>(keys);
    map.forEach((key, value) -> copy.put(key, Objects.requireNonNull(value)));
    return Collections.unmodifiableMap(copy);
  }

  public static <E extends Enum<E>> Set<E> copyOf(Class<E> elements, Collection<E> set) {
    EnumSet<E> copy = EnumSet.noneOf(elements);
    copy.addAll(set);
    return Collections.unmodifiableSet(copy);
  }
}
