package health.vigil.monitoring;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a patient stands: the current status and what is breached, rule by rule. */
record Standing(CurrentStatus status, Map<BreachRule, Breach> breaches) {
  Standing with(BreachRule rule, @Nullable Breach breach) {
    Map<BreachRule, Breach> changed = new LinkedHashMap<>(breaches);
    if (breach == null) {
      changed.remove(rule);
    } else {
      changed.put(rule, breach);
    }
    return new Standing(status, changed);
  }

  Standing with(CurrentStatus newStatus) {
    return new Standing(newStatus, breaches);
  }

  /** Nothing is watched any more. */
  Standing over() {
    return new Standing(status, Map.of()).due(null);
  }

  Standing due(@Nullable Instant nextDue) {
    return with(status.due(nextDue));
  }
}
