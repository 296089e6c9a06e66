package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert that is raised in one run through the scenario, and how it stands at the end.
 *
 * @param rule NEWS2 or OBSERVATION_OVERDUE
 * @param raised when
 * @param priority the highest that it reaches: HIGH, MEDIUM or LOW
 * @param presence at the end of the scenario: ON, ACK, LATCHED or OFF
 * @param endReason why its condition is gone, if it is
 * @param onNeighbour it is raised for the patient of the next bed
 */
public record ExpectedAlert(
    @JsonProperty(required = true) String rule,
    @JsonProperty(required = true) Span raised,
    @JsonProperty(required = true) String priority,
    @JsonProperty(required = true) String presence,
    @Nullable String endReason,
    @Nullable Boolean onNeighbour) {

  public boolean concernsNeighbour() {
    return Objects.requireNonNullElse(onNeighbour, false);
  }
}
