package health.vigil.benchmarks.store;

import health.vigil.benchmarks.Latencies;

/**
 * What one round gave.
 *
 * @param rate of events or loads in a second
 * @param latencies of the calls
 */
record Sample(double rate, Latencies latencies) {
  static Sample of(long count, long nanos) {
    return new Sample(count / (nanos / 1e9), new Latencies());
  }
}
