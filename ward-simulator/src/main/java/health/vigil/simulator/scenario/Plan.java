package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The monitoring plan that is set after the admission.
 *
 * @param spo2Scale 1 or 2
 * @param observationInterval the longest time between two sets
 * @param reason the clinician's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Plan(
    @JsonProperty(required = true) int spo2Scale,
    @Nullable String observationInterval,
    @JsonProperty(required = true) String reason) {
  public Plan {
    if (spo2Scale != 1 && spo2Scale != 2) {
      throw new IllegalArgumentException("spo2Scale is 1 or 2");
    }
    if (observationInterval != null && Duration.parse(observationInterval).isNegative()) {
      throw new IllegalArgumentException("observationInterval is a duration such as PT1H");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("a plan has a reason");
    }
  }
}
