package health.vigil.rules;

import health.vigil.patient.PersonalData;
import java.time.Instant;
import java.util.Map;
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
   * both tell the {@code changes}, each a {@link RuleChange}. Refused as invalid when the reason is
   * not acceptable.
   *
   * @param rules all of them, each by its key in the configuration, as canonical text
   * @param reason why they change, in the words of whoever answers for it
   */
  record ApplyClinicalRules(
      ClinicalRulesId rulesId,
      Map<String, String> rules,
      @Nullable @PersonalData String reason,
      Instant at)
      implements ClinicalRulesCommand {
    public ApplyClinicalRules {
      rules = Map.copyOf(rules);
    }

    @Override
    public String toString() {
      return "ApplyClinicalRules[rulesId=" + rulesId + ", rules=" + rules + ", at=" + at + "]";
    }
  }
}
