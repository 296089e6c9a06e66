package health.vigil.store.contract;

/** Seed and sizes: small in every build, large in the soak profile. */
final class Suites {

  /** The same each time unless {@code -Dvigil.seed=} says otherwise. */
  static final long SEED = Long.getLong("vigil.seed", 20261123L);

  private Suites() {}

  /** The size of the soak profile, else the small one, which is enough to find a broken engine. */
  static int size(Subject subject, String property, int small) {
    return subject == Subject.REAL ? Integer.getInteger("vigil.store." + property, small) : small;
  }

  @SuppressWarnings("SystemOut")
  static void report(String suite, Object what) {
    System.out.printf("[%s] seed %d: %s%n", suite, SEED, what);
  }
}
