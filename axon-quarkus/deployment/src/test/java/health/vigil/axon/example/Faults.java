package health.vigil.axon.example;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Makes handlers fail at the places that a test names. */
@Singleton
public class Faults {

  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();

  public void breakAt(String place) {
    broken.add(place);
  }

  public void mend(String place) {
    broken.remove(place);
  }

  /** Handlers wait at this place until they are let go. */
  public void holdAt(String place) {
    held.put(place, new CountDownLatch(1));
  }

  public void letGo(String place) {
    CountDownLatch latch = held.remove(place);
    if (latch != null) {
      latch.countDown();
    }
  }

  public int visits(String place) {
    return visits.getOrDefault(place, new AtomicInteger()).get();
  }

  void at(String place) {
    visits.computeIfAbsent(place, p -> new AtomicInteger()).incrementAndGet();
    await(held.get(place));
    if (broken.contains(place)) {
      throw new IllegalStateException("broken at " + place);
    }
  }

  private static void await(@Nullable CountDownLatch latch) {
    if (latch == null) {
      return;
    }
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
