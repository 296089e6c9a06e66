package health.vigil.app.limit;

import health.vigil.app.security.Places;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * How the connections of the pool are shared, so that readings never take those that alerting and
 * people need.
 *
 * @param pool all there are
 * @param projections segments of read models on this node: each has a transaction open and reads
 *     history in another connection
 * @param sagas segments of sagas: each has a transaction open, loads what its commands decide on in
 *     another meanwhile, and reads history in a third
 * @param bundles threads that record sets of Bundles beside those of the requests
 * @param timers handled at the same time; each needs two as well, and the scheduler two of its own
 */
record ConnectionShares(int pool, int projections, int sagas, int bundles, int timers) {
  /**
   * Reading the live end of the log, asking for its head while the listener is lost, measuring lag,
   * looking at alerting, watching the log for continuous devices, recording what silent ones said
   * last, telling of refused ones, a snapshot, health, and a rebuild, which also reads history and
   * says that it is alive. What is appended needs none, nor do patients' keys: they have their own.
   */
  private static final int HOUSEKEEPING = 12;

  /** Threads that read the log for live streams. */
  private static final int STREAMS = 4;

  /** Kept for people: acknowledgements, boards, admissions. */
  private static final int PEOPLE = 4;

  private static final int OF_SCHEDULER = 2;

  /**
   * @param most that may be taken
   * @return places for readings: as many as the pool leaves
   * @throws ConfigurationException when it leaves none
   */
  int forIngest(int most) {
    return Math.min(most, requireForIngest(1));
  }

  /**
   * @return what the pool leaves
   * @throws ConfigurationException when that is less than this
   */
  int requireForIngest(int places) {
    int left = pool - others();
    if (places > left) {
      throw new ConfigurationException(
          "quarkus.datasource.jdbc.max-size is "
              + pool
              + ", but "
              + (others() + places)
              + " connections can be in use at once, "
              + places
              + " of them for readings: set it to that at least, or lower"
              + " vigil.ingest.max-concurrent, vigil.fhir.patients-at-once, vigil.axon.deadlines.threads or the segments of"
              + " processors.");
    }
    return left;
  }

  private int others() {
    int ofTimers = timers == 0 ? 0 : 2 * timers + OF_SCHEDULER;
    int ofHouse = HOUSEKEEPING + STREAMS + PEOPLE + Places.LOOKED_UP_AT_ONCE;
    return 2 * projections + 3 * sagas + bundles + ofTimers + ofHouse;
  }
}
