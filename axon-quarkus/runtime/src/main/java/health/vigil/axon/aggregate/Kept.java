package health.vigil.axon.aggregate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** At most so many, by id; beyond that what was given back longest ago goes first. */
final class Kept<T> {

  private final Map<String, T> byId;

  Kept(int most) {
    byId =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > most;
          }
        };
  }

  /** Whoever takes it is the only one who has it, until it is given back. */
  synchronized @Nullable T take(String id) {
    return byId.remove(id);
  }

  synchronized void giveBack(String id, T value) {
    byId.remove(id);
    byId.put(id, value);
  }

  synchronized void removeIf(Predicate<T> which) {
    byId.values().removeIf(which);
  }
}
