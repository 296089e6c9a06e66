package health.vigil.simulator.physiology;

/** Level of consciousness, as Vigil's API names it. */
public enum Consciousness {
  ALERT,
  /** New or worsened. */
  CONFUSION,
  VOICE,
  PAIN,
  UNRESPONSIVE
}
