package health.vigil.app.fhir.reading;

/** What the status of an Observation asks for. */
public enum Intent {
  /** final, preliminary, unknown. */
  RECORD,
  /** amended, corrected: replaces what the same message said before. */
  AMEND,
  /** entered-in-error: what the same message said is to be taken back. */
  RETRACT,
  /** Nothing to record, and no mistake: registered, cancelled, a panel of members. */
  NOTHING
}
