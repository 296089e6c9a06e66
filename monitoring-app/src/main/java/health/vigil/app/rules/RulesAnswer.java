package health.vigil.app.rules;

import health.vigil.app.reading.Page;
import health.vigil.rules.RuleChange;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rules in force.
 *
 * @param position of the last change
 * @param rules by their keys in the configuration
 * @param differing keys of rules by which this node does not judge, as others were recorded since
 *     it was started
 * @param history the newest change first
 */
public record RulesAnswer(
    @Schema(description = "Of the last change in the log") long position,
    @Schema(description = "By their keys in the configuration") SortedMap<String, String> rules,
    @Schema(
            description =
                "Keys of rules by which this node does not judge, as others were recorded since it"
                    + " was started")
        List<String> differing,
    @Schema(description = "The newest change first") Page<RecordedChange> history) {

  /** What the changes, in the order of the log, have come to. */
  static SortedMap<String, String> after(List<RecordedChange> changes) {
    SortedMap<String, String> rules = new TreeMap<>();
    for (RecordedChange change : changes) {
      for (RuleChange rule : change.changes()) {
        if (rule.to() == null) {
          rules.remove(rule.rule());
        } else {
          rules.put(rule.rule(), rule.to());
        }
      }
    }
    return rules;
  }

  /** The keys of what is not the same in both. */
  static List<String> differing(Map<String, String> recorded, Map<String, String> here) {
    TreeSet<String> keys = new TreeSet<>(recorded.keySet());
    keys.addAll(here.keySet());
    keys.removeIf(
        key -> recorded.containsKey(key) && recorded.get(key).equals(here.getOrDefault(key, "")));
    return List.copyOf(keys);
  }
}
