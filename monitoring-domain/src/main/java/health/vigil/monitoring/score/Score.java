package health.vigil.monitoring.score;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.monitoring.vitals.InEnumOrder;
import health.vigil.monitoring.vitals.Vital;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score as it was decided, with the table that decided it.
 *
 * @param system always {@code NEWS2} so far
 * @param version of the table, {@code 2017}
 * @param decisions version of our decisions where the standard is silent
 * @param complete whether every scored parameter was there
 * @param total 0 to 20; null when incomplete
 * @param band null when incomplete
 * @param parameters the sub-scores that exist, 0 to 3 each
 * @param missing the parameters with no sub-score
 * @param atLeast for an incomplete set whose sub-scores already reach 5 or 7: MEDIUM or HIGH;
 *     LOW_MEDIUM for a sub-score of 3 with a lower sum; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Score(
    String system,
    String version,
    String decisions,
    OxygenSaturationScale spo2Scale,
    boolean complete,
    @Nullable Integer total,
    @Nullable Band band,
    Map<Vital, Integer> parameters,
    List<Vital> missing,
    @Nullable Band atLeast) {
  public Score {
    parameters = InEnumOrder.copyOf(Vital.class, parameters);
    missing = List.copyOf(missing);
  }
}
