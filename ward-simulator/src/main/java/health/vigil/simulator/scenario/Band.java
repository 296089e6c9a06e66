package health.vigil.simulator.scenario;

/** The bands of NEWS2, as Vigil's API names them. */
public enum Band {
  LOW,
  LOW_MEDIUM,
  MEDIUM,
  HIGH
}
