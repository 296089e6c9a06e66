package health.vigil.benchmarks.store;

import health.vigil.benchmarks.Latencies;

/**
 * What one round gave.
 *
 * @param count of events or loads
 * @param rate of them in a second
 * @param latencies of the calls
 */
record Sample(long count, double rate, Latencies latencies) {
  static Sample of(long count, long nanos) {
    return new Sample(count, count / (nanos / 1e9), new Latencies());
  }
}
