package health.vigil.simulator.scenario;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a nurse does in Vigil at a minute of the scenario. */
public record CareAct(
    @JsonProperty(required = true) double minute, @JsonProperty(required = true) Kind act) {
  /** What a nurse can do. */
  public enum Kind {
    /** Acknowledges the alerts that are open for the patient. */
    ACKNOWLEDGE,
    /** Retracts the sets that were recorded for the neighbour, and moves them to the patient. */
    MOVE_MISFILED
  }

  public CareAct {
    if (!(minute >= 0)) {
      throw new IllegalArgumentException("minute is 0 or more");
    }
  }
}
