package health.vigil.monitoring.vitals;

/**
 * Level of consciousness on the ACVPU scale. Long-standing confusion is {@link #ALERT}; when it is
 * not known whether confusion is new, it is {@link #CONFUSION}.
 */
public enum Consciousness {
  ALERT,
  /** New or worsened confusion. */
  CONFUSION,
  VOICE,
  PAIN,
  UNRESPONSIVE
}
