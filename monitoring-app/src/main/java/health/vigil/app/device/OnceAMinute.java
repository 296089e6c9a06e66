package health.vigil.app.device;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says of each key once a minute that something is due. */
final class OnceAMinute<K> {
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private final Map<K, Long> last;

  /**
   * @param atMost so many keys; then the one that was due longest ago may be so again early
   */
  OnceAMinute(int atMost, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.last =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Long> eldest) {
            return size() > atMost;
          }
        };
  }

  synchronized boolean isDue(K key) {
    long now = nanoTime.getAsLong();
    Long before = last.get(key);
    if (before != null && now - before < MINUTE) {
      return false;
    }
    last.remove(key);
    last.put(key, now);
    return true;
  }
}
