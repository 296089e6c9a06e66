package health.vigil.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The edges from what is breached to what will be: what begins, changes its level and ends.
 *
 * @param endReason of what ends
 * @param cause the set that brought the change, null when no set did
 */
record BreachEdges(
    Facts facts, Episodes episodes, BreachEnd endReason, @Nullable ObservationId cause) {

  List<MonitoringEvent> to(Map<BreachRule, Breach> after) {
    Map<BreachRule, Breach> before = episodes.open();
    Set<BreachRule> rules = new LinkedHashSet<>(before.keySet());
    rules.addAll(after.keySet());
    List<MonitoringEvent> edges = new ArrayList<>();
    for (BreachRule rule : rules) {
      MonitoringEvent edge = edge(rule, before.get(rule), after.get(rule));
      if (edge != null) {
        edges.add(edge);
      }
    }
    return edges;
  }

  private @Nullable MonitoringEvent edge(
      BreachRule rule, @Nullable Breach before, @Nullable Breach after) {
    int latest = episodes.number(rule);
    if (before == null) {
      return after == null ? null : facts.began(after, latest + 1);
    }
    if (after == null) {
      return facts.ended(rule, latest, endReason, cause);
    }
    return before.level() == after.level() ? null : facts.levelChanged(before, after, latest);
  }
}
