package health.vigil.rules;

import com.fasterxml.jackson.annotation.JsonTypeName;
import health.vigil.patient.PersonalData;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** The facts of the rules' stream. */
public sealed interface ClinicalRulesEvent {
  ClinicalRulesId rulesId();

  Instant at();

  /**
   * From here on patients are judged by other rules. The first of a log holds all rules; who
   * answers for a change is the actor in its metadata.
   *
   * @param changes in the order of their keys; at least one
   * @param reason why; null in the first of a log when none was given
   */
  @JsonTypeName("ClinicalRulesChanged")
  @Revision("1")
  record ClinicalRulesChanged(
      ClinicalRulesId rulesId,
      List<RuleChange> changes,
      @Nullable @PersonalData String reason,
      Instant at)
      implements ClinicalRulesEvent {
    public ClinicalRulesChanged {
      changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
      return "ClinicalRulesChanged[rulesId="
          + rulesId
          + ", changes="
          + changes
          + ", at="
          + at
          + "]";
    }
  }
}
