package health.vigil.app.rules;

import health.vigil.refusal.Refusal;
import health.vigil.rules.RuleChange;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why the start is refused, for whoever reads the last line of the log. */
final class RefusedRules {
  private RefusedRules() {}

  static String sentence(Refusal refused) {
    return switch (refused.code()) {
      case "rules-differ" ->
          "Patients here are judged by other rules than configured, so nothing is started: "
              + differences(refused)
              + ". Configure what is recorded, or name in vigil.rules.changed-by and"
              + " vigil.rules.change-reason who changes the rules, and why.";
      case "reason-used" ->
          "The rules differ from those recorded, and vigil.rules.change-reason is the reason of an"
              + " earlier change, so nothing is started: "
              + differences(refused)
              + ". Configure what is recorded, or give the reason of this change.";
      default ->
          "vigil.rules.change-reason is not acceptable: 1 to 500 characters, no control"
              + " characters.";
    };
  }

  /** A rule is a time, a name of a role or the like: it says nothing of anybody. */
  private static String differences(Refusal refused) {
    return refused.details().get("changes") instanceof Collection<?> changes
        ? changes.stream()
            .filter(RuleChange.class::isInstance)
            .map(change -> inWords((RuleChange) change))
            .collect(Collectors.joining(", "))
        : "";
  }

  private static String inWords(RuleChange change) {
    return change.rule()
        + " (recorded: "
        + orNone(change.from())
        + ", configured: "
        + orNone(change.to())
        + ")";
  }

  private static String orNone(@Nullable String value) {
    return value == null ? "none" : value;
  }
}
