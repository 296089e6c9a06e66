package health.vigil.simulator;

import java.time.Duration;

/** How long answers took, to the millisecond; a minute and more count as a minute. */
final class Latencies {
  private static final int LONGEST = 60_000;
  private final int[] answers = new int[LONGEST + 1];
  private long all;

  void add(Duration took) {
    answers[(int) Math.max(0, Math.min(LONGEST, took.toMillis()))]++;
    all++;
  }

  /** So that this share of the answers took as long or less. */
  String quantile(double share) {
    if (all == 0) {
      return "-";
    }
    long rank = (long) Math.ceil(share * all);
    int millis = -1;
    for (long seen = 0; seen < rank; ) {
      millis++;
      seen += answers[millis];
    }
    return millis + " ms";
  }
}
