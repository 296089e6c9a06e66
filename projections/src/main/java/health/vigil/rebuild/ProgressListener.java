package health.vigil.rebuild;

/** Is told how far a run has come; what it throws ends the run. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * @param done position up to which the log has been replayed
   * @param of position that is to be reached; it may grow
   */
  void at(long done, long of);
}
