package health.vigil.axon.example;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes handlers fail at the places that a test names. */
@Singleton
public class Faults {

  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final Map<String, AtomicInteger> visits = new ConcurrentHashMap<>();

  public void breakAt(String place) {
    broken.add(place);
  }

  public void mend(String place) {
    broken.remove(place);
  }

  public int visits(String place) {
    return visits.getOrDefault(place, new AtomicInteger()).get();
  }

  void at(String place) {
    visits.computeIfAbsent(place, p -> new AtomicInteger()).incrementAndGet();
    if (broken.contains(place)) {
      throw new IllegalStateException("broken at " + place);
    }
  }
}
