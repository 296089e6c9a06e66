package health.vigil.app.monitoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.monitoring.score.Band;
import health.vigil.monitoring.score.Score;
import health.vigil.monitoring.vitals.Vital;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A score as the API shows one.
 *
 * @param parameters the sub-scores by the names of the measured fields
 * @param missing absent when nothing is
 */
@Schema(name = "Score")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreAnswer(
    String system,
    String version,
    String decisions,
    int spo2Scale,
    boolean complete,
    @Nullable Integer total,
    @Nullable Band band,
    Map<String, Integer> parameters,
    @Nullable List<String> missing,
    @Nullable Band atLeast) {
  /** Null when there is no score. */
  public static @Nullable ScoreAnswer of(@Nullable Score score) {
    if (score == null) {
      return null;
    }
    return new ScoreAnswer(
        score.system(),
        score.version(),
        score.decisions(),
        score.spo2Scale().number(),
        score.complete(),
        score.total(),
        score.band(),
        parameters(score),
        missing(score),
        score.atLeast());
  }

  private static Map<String, Integer> parameters(Score score) {
    Map<String, Integer> named = new LinkedHashMap<>();
    for (Vital vital : Vital.values()) {
      Integer subScore = score.parameters().get(vital);
      if (subScore != null) {
        named.put(vital.fieldName(), subScore);
      }
    }
    return named;
  }

  private static @Nullable List<String> missing(Score score) {
    return score.missing().isEmpty()
        ? null
        : score.missing().stream().sorted().map(Vital::fieldName).toList();
  }
}
