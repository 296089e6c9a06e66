package health.vigil.app.place;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of some keys, until it is forgotten. What is forgotten while it is being learnt
 * is not remembered: it may be what was so before.
 */
final class Memory<K, V> {
  private final int atMost;
  private final long longest;
  private final LongSupplier nanoTime;
  private final Set<Lesson<K>> lessons = new HashSet<>();
  private final Map<K, Learnt<V>> known = new LinkedHashMap<>(16, 0.75f, true);

  private record Learnt<V>(V value, long at) {}

  /** Told apart by identity: two may learn the same at once. */
  private static final class Lesson<K> {
    private final K key;
    private boolean outdated;

    Lesson(K key) {
      this.key = key;
    }
  }

  /**
   * @param atMost so many keys; then who was asked for least recently is forgotten
   * @param longest that anything is remembered
   */
  Memory(int atMost, Duration longest, LongSupplier nanoTime) {
    this.atMost = atMost;
    this.longest = longest.toNanos();
    this.nanoTime = nanoTime;
  }

  /** Null when nothing is known. */
  synchronized @Nullable V recall(K key) {
    Learnt<V> learnt = known.get(key);
    boolean current = learnt != null && nanoTime.getAsLong() - learnt.at() <= longest;
    return current && learnt != null ? learnt.value() : null;
  }

  /**
   * What the truth is, which is remembered unless the key is forgotten meanwhile.
   *
   * @param isWorthIt whether to remember it at all
   */
  V learn(K key, Supplier<V> truth, Predicate<V> isWorthIt) {
    Lesson<K> lesson = begin(key);
    try {
      V value = truth.get();
      if (isWorthIt.test(value)) {
        remember(lesson, value);
      }
      return value;
    } finally {
      end(lesson);
    }
  }

  synchronized void forget(K key) {
    known.remove(key);
    lessons.stream().filter(lesson -> lesson.key.equals(key)).forEach(one -> one.outdated = true);
  }

  synchronized void forgetAll() {
    known.clear();
    lessons.forEach(lesson -> lesson.outdated = true);
  }

  private synchronized Lesson<K> begin(K key) {
    Lesson<K> lesson = new Lesson<>(key);
    lessons.add(lesson);
    return lesson;
  }

  private synchronized void remember(Lesson<K> lesson, V value) {
    if (lesson.outdated) {
      return;
    }
    known.put(lesson.key, new Learnt<>(value, nanoTime.getAsLong()));
    if (known.size() > atMost) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private synchronized void end(Lesson<K> lesson) {
    lessons.remove(lesson);
  }
}
