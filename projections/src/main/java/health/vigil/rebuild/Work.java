package health.vigil.rebuild;

/** What is done in the twins of a read model's tables. */
public enum Work {
  /** They are filled from the log and then change places with the tables. */
  REBUILD,
  /** They are filled from the log, compared with the tables, and emptied. */
  VERIFICATION
}
