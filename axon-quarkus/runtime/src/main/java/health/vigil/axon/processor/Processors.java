package health.vigil.axon.processor;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The processors of this node, by name. */
@Singleton
class Processors {

  private final Map<String, RunningProcessor> byName = new ConcurrentSkipListMap<>();

  void add(RunningProcessor processor) {
    byName.put(processor.name(), processor);
  }

  Collection<RunningProcessor> all() {
    return byName.values();
  }

  RunningProcessor named(String name) {
    RunningProcessor processor = byName.get(name);
    if (processor == null) {
      throw new IllegalArgumentException(
          "There is no processor '" + name + "'; there are " + byName.keySet());
    }
    return processor;
  }
}
