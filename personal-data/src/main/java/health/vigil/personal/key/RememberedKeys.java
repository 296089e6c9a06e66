package health.vigil.personal.key;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The keys that were used last, and who is erased. What is erased is never again taken for living:
 * somebody who read the key before may come to remember it after.
 */
final class RememberedKeys {
  private final Map<String, KeyState> keys;

  RememberedKeys(int atMost) {
    this.keys =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, KeyState> eldest) {
            return size() > atMost;
          }
        };
  }

  synchronized KeyState of(String patient) {
    return Objects.requireNonNullElse(keys.get(patient), KeyState.UNKNOWN);
  }

  /** What holds from now on: what was remembered as erased stays erased. */
  synchronized KeyState remember(String patient, KeyState key) {
    if (of(patient).isErased()) {
      return KeyState.ERASED;
    }
    keys.put(patient, key);
    return key;
  }

  synchronized void erased(String patient) {
    keys.put(patient, KeyState.ERASED);
  }

  synchronized void clear() {
    keys.clear();
  }
}
