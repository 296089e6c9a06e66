package health.vigil.rules;

import health.vigil.patient.PersonalData;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of the rules. */
public sealed interface ClinicalRulesCommand {
  @TargetAggregateIdentifier
  ClinicalRulesId rulesId();

  /**
   * Judges by these rules from now on. The first rules of a log need no reason, and rules that are
   * recorded already record nothing. Refused as a conflict {@code rules-differ} when others are
   * recorded and no reason is given, as {@code reason-used} when the last change had the same one;
   * both tell the {@code changes} to be answered for, each a {@link RuleChange}. Refused as invalid
   * when the reason is not acceptable.
   *
   * <p>A rule that the log does not know and that stands at its default came with a new version:
   * nobody has to answer for it.
   *
   * @param rules all of them, each by its key in the configuration, as canonical text
   * @param defaults the keys of those that nobody has configured
   * @param reason why they change, in the words of whoever answers for it
   */
  record ApplyClinicalRules(
      ClinicalRulesId rulesId,
      Map<String, String> rules,
      Set<String> defaults,
      @Nullable @PersonalData String reason,
      Instant at)
      implements ClinicalRulesCommand {
    public ApplyClinicalRules {
      rules = Map.copyOf(rules);
      defaults = Set.copyOf(defaults);
    }

    @Override
    public String toString() {
      return "ApplyClinicalRules[rulesId=" + rulesId + ", rules=" + rules + ", at=" + at + "]";
    }
  }
}
