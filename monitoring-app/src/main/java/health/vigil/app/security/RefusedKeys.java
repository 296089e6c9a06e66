package health.vigil.app.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Ids of keys that the identity provider did not have a moment ago. */
final class RefusedKeys {
  static final Duration REMEMBERED = Duration.ofSeconds(10);
  private static final int MOST = 1_000;

  private final LongSupplier nanoTime;
  private final Map<String, Long> refused =
      new LinkedHashMap<>() {
        @java.io.Serial private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST;
        }
      };

  RefusedKeys(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  synchronized void add(String id) {
    refused.remove(id);
    refused.put(id, nanoTime.getAsLong());
  }

  synchronized boolean contain(String id) {
    @Nullable Long at = refused.get(id);
    return at != null && nanoTime.getAsLong() - at <= REMEMBERED.toNanos();
  }
}
