package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringEvent.BreachBegan;
import health.vigil.monitoring.MonitoringEvent.BreachEnded;
import health.vigil.monitoring.MonitoringEvent.BreachLevelChanged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The latest episode of each rule that was ever breached in a stay. */
record Episodes(List<Episode> latest) {
  static final Episodes NONE = new Episodes(List.of());

  Episodes {
    latest = List.copyOf(latest);
  }

  Map<BreachRule, Breach> open() {
    Map<BreachRule, Breach> open = new LinkedHashMap<>();
    for (Episode episode : latest) {
      if (episode.breach() != null) {
        open.put(episode.rule(), episode.breach());
      }
    }
    return open;
  }

  /** The sets that open breaches rest on. */
  Set<ObservationId> bases() {
    return open().values().stream().map(Breach::basis).collect(Collectors.toSet());
  }

  /** Of the latest episode of a rule, 0 when there was none. */
  int number(BreachRule rule) {
    return latest.stream()
        .filter(episode -> episode.rule().equals(rule))
        .mapToInt(Episode::number)
        .findFirst()
        .orElse(0);
  }

  Episodes after(BreachBegan event) {
    return with(
        event.rule(),
        event.episode(),
        new Breach(
            event.rule(),
            event.level(),
            event.basis(),
            event.lowerBound(),
            event.missing(),
            event.late(),
            event.measuredAt()));
  }

  Episodes after(BreachLevelChanged event) {
    return with(
        event.rule(),
        event.episode(),
        new Breach(
            event.rule(),
            event.level(),
            event.basis(),
            event.lowerBound(),
            event.missing(),
            event.late(),
            event.measuredAt()));
  }

  Episodes after(BreachEnded event) {
    return with(event.rule(), event.episode(), null);
  }

  private Episodes with(BreachRule rule, int number, @Nullable Breach breach) {
    List<Episode> changed = new ArrayList<>(latest);
    changed.removeIf(episode -> episode.rule().equals(rule));
    changed.add(new Episode(rule, number, breach));
    return new Episodes(changed);
  }
}
