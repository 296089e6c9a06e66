package health.vigil.benchmarks;

import java.util.Arrays;

/** Measured times of one kind of call, from however many threads. */
public final class Latencies {
  private long[] nanos;
  private int count;

  public Latencies() {
    this(4096);
  }

  Latencies(int expected) {
    this.nanos = new long[expected];
  }

  public synchronized void add(long measured) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = measured;
  }

  public synchronized void add(Latencies others) {
    for (int i = 0; i < others.count; i++) {
      add(others.nanos[i]);
    }
  }

  public synchronized int count() {
    return count;
  }

  /** In microseconds. */
  public synchronized double percentile(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1000.0;
  }
}
