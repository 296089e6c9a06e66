package health.vigil.app.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.personal.json.OpenedForms;
import health.vigil.personal.key.SealBroken;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Compares two states of an aggregate, as JSON, and quotes nothing of them. What is sealed in them
 * is compared as it is when it is opened: the same value is never sealed to the same bytes.
 */
final class SnapshotStates {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenedForms opened;

  SnapshotStates(OpenedForms opened) {
    this.opened = opened;
  }

  /** Which fields differ, in words; empty when none does, whatever the order of their fields. */
  Optional<String> difference(String stored, String sourced) {
    try {
      return difference(opened.of(JSON.readTree(stored)), opened.of(JSON.readTree(sourced)));
    } catch (JsonProcessingException broken) {
      return Optional.of("it can not be read as JSON");
    } catch (SealBroken broken) {
      return Optional.of("what is sealed in it was changed");
    }
  }

  private static Optional<String> difference(JsonNode stored, JsonNode sourced) {
    if (stored.equals(sourced)) {
      return Optional.empty();
    }
    TreeSet<String> names = new TreeSet<>();
    stored.fieldNames().forEachRemaining(names::add);
    sourced.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> Objects.equals(stored.get(name), sourced.get(name)));
    return Optional.of(
        names.isEmpty() ? "it differs" : "it differs in " + String.join(", ", names));
  }
}
