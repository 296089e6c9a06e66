package health.vigil.app.log;

import health.vigil.axon.command.CommandKey;
import health.vigil.store.EventLog;
import health.vigil.store.RecordedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Finds what a command has recorded, by the identifiers that its key gives to its events. */
@Singleton
public class RecordedUnderKey {
  /** More than nearly every command records; more are found by looking again. */
  private static final int AT_ONCE = 16;

  private final EventLog log;

  RecordedUnderKey(EventLog log) {
    this.log = log;
  }

  /** The events in the order of the log; none when nothing was recorded. */
  public List<RecordedEvent> find(CommandKey key) {
    List<RecordedEvent> all = new ArrayList<>();
    List<RecordedEvent> some;
    do {
      some = log.findByIdentifiers(identifiers(key, all.size()));
      all.addAll(some);
    } while (some.size() == AT_ONCE);
    return all;
  }

  /** The first event of each of these keys; nothing of a key under which nothing is recorded. */
  public Map<CommandKey, RecordedEvent> firstOf(Collection<CommandKey> keys) {
    Map<String, CommandKey> byIdentifier = new HashMap<>();
    keys.forEach(key -> byIdentifier.put(key.eventIdentifier(0), key));
    Map<CommandKey, RecordedEvent> first = new HashMap<>();
    if (!byIdentifier.isEmpty()) {
      for (RecordedEvent event : log.findByIdentifiers(byIdentifier.keySet())) {
        first.put(Objects.requireNonNull(byIdentifier.get(event.eventIdentifier())), event);
      }
    }
    return first;
  }

  private static List<String> identifiers(CommandKey key, int from) {
    return IntStream.range(from, from + AT_ONCE).mapToObj(key::eventIdentifier).toList();
  }
}
