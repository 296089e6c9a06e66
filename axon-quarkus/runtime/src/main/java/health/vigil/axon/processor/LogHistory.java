package health.vigil.axon.processor;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Remembers when the log's head was first seen at which position, by this node's own steady clock:
 * so no event's timestamp and no other node's clock has a say in how long a processor is behind.
 */
final class LogHistory {

  private static final int KEPT = 10_000;

  private final TreeMap<Long, Long> seenAt = new TreeMap<>();

  synchronized void headWas(long position, long nanoTime) {
    seenAt.putIfAbsent(position, nanoTime);
    if (seenAt.size() > KEPT) {
      // Every second one goes: the oldest stays, so no lag is ever shown shorter.
      Long oldest = seenAt.firstKey();
      boolean[] drop = {false};
      seenAt
          .keySet()
          .removeIf(
              seen -> {
                drop[0] = !drop[0];
                return drop[0] && !seen.equals(oldest);
              });
    }
  }

  /** How long the log has held something beyond this position. */
  synchronized Duration behindFor(long position, long nanoTime) {
    Map.Entry<Long, Long> beyond = seenAt.higherEntry(position);
    return beyond == null ? Duration.ZERO : Duration.ofNanos(nanoTime - beyond.getValue());
  }

  /** Nobody will ask about earlier positions; the last one is kept. */
  synchronized void forgetUpTo(long position) {
    seenAt.headMap(position, false).clear();
  }
}
