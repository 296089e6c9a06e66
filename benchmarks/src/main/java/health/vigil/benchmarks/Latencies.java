package health.vigil.benchmarks;

import java.util.Arrays;

/** Measured times of one kind of call. */
final class Latencies {
  private final long[] nanos;
  private int count;

  Latencies(int most) {
    this.nanos = new long[most];
  }

  void add(long measured) {
    nanos[count++] = measured;
  }

  /** In microseconds. */
  double percentile(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1000.0;
  }
}
