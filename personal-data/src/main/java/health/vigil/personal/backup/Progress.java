package health.vigil.personal.backup;

/** Is told how far something is; what it throws ends the work. */
@FunctionalInterface
public interface Progress {
  void at(long done, long of);
}
