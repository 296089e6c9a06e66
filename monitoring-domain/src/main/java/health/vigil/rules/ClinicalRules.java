package health.vigil.rules;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.patient.PersonalData;
import health.vigil.refusal.Refusal;
import health.vigil.rules.ClinicalRulesCommand.ApplyClinicalRules;
import health.vigil.rules.ClinicalRulesEvent.ClinicalRulesChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** By which rules patients are judged; who judges by others says so first, and why. */
@AggregateRoot
final class ClinicalRules {
  /** Something to see on one line; half a surrogate pair is no text. */
  private static final Pattern REASON =
      Pattern.compile(
          "(?=.*[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}])[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]{1,500}");

  @AggregateIdentifier private ClinicalRulesId id;
  private final SortedMap<String, String> rules = new TreeMap<>();

  /**
   * Of the last change that had one: what is left in a configuration is no decision on the next
   * one.
   */
  @PersonalData private @Nullable String reason;

  @SuppressWarnings("NullAway.Init") // known from the first event on
  ClinicalRules() {}

  void judgeBy(ApplyClinicalRules command) {
    List<RuleChange> changes = changes(command.rules());
    if (changes.isEmpty()) {
      return;
    }
    List<RuleChange> decided =
        changes.stream().filter(change -> !isOfNewVersion(change, command)).toList();
    if (id != null && (command.reason() != null || !decided.isEmpty())) {
      requireNewReason(command.reason(), decided);
    }
    requireAcceptable(command.reason());
    apply(new ClinicalRulesChanged(command.rulesId(), changes, command.reason(), command.at()));
  }

  private static boolean isOfNewVersion(RuleChange change, ApplyClinicalRules command) {
    return change.from() == null && command.defaults().contains(change.rule());
  }

  private void requireNewReason(@Nullable String given, List<RuleChange> changes) {
    Map<String, Object> details = Map.of("changes", changes);
    if (given == null) {
      throw Refusal.conflict("rules-differ", "Other rules are recorded.", details);
    }
    if (given.equals(reason)) {
      throw Refusal.conflict("reason-used", "The reason was given for the last change.", details);
    }
  }

  private static void requireAcceptable(@Nullable String given) {
    if (given != null && !REASON.matcher(given).matches()) {
      throw Refusal.invalid("reason", "1 to 500 characters, no control characters");
    }
  }

  private List<RuleChange> changes(Map<String, String> wanted) {
    TreeSet<String> keys = new TreeSet<>(rules.keySet());
    keys.addAll(wanted.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(rules.get(key), wanted.get(key)))
        .map(key -> new RuleChange(key, rules.get(key), wanted.get(key)))
        .toList();
  }

  @EventSourcingHandler
  void on(ClinicalRulesChanged event) {
    id = event.rulesId();
    reason = event.reason() == null ? reason : event.reason();
    event.changes().forEach(this::take);
  }

  private void take(RuleChange change) {
    if (change.to() == null) {
      rules.remove(change.rule());
    } else {
      rules.put(change.rule(), change.to());
    }
  }
}
