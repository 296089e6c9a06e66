package health.vigil.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which set came from which bed, for the alerts that rest on it. */
final class Observations {
  private final Map<String, Sent> sent = new HashMap<>();

  /** Where a set came from, and at which minute of that bed's scenario. */
  record Sent(BedPlan from, double minute) {}

  void sent(String observationId, BedPlan from, double minute) {
    sent.put(observationId, new Sent(from, minute));
  }

  /** The same set under the id that it has for the patient to whom it was moved. */
  void moved(String observationId, String movedAs) {
    find(observationId).ifPresent(original -> sent.put(movedAs, original));
  }

  Optional<Sent> find(String observationId) {
    return Optional.ofNullable(sent.get(observationId));
  }
}
