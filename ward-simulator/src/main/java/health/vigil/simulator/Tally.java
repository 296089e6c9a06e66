package health.vigil.simulator;

import java.time.Duration;
import java.util.Locale;

/** What became of everything that was sent. */
final class Tally {
  private final Latencies latencies = new Latencies();
  private Latencies lately = new Latencies();
  private long recorded;
  private long merged;
  private long moved;
  private long refused;
  private long retried;
  private long givenUp;
  private long recordedBefore;
  private String lastTrouble = "";

  synchronized void answered(Duration took) {
    latencies.add(took);
    lately.add(took);
  }

  synchronized void recorded() {
    recorded++;
  }

  synchronized void merged() {
    merged++;
  }

  /** A set has been moved to the patient to whom it belongs. */
  synchronized void moved() {
    moved++;
  }

  synchronized void refused(String why) {
    refused++;
    lastTrouble = why;
  }

  synchronized void retried(String why) {
    retried++;
    lastTrouble = why;
  }

  synchronized void givenUp(long readings) {
    givenUp += readings;
  }

  synchronized long refusedOrGivenUp() {
    return refused + givenUp;
  }

  /** How the last while went, and what it was in all; what went wrong last is said once. */
  synchronized String progress(int beds, Duration since) {
    double rate = (recorded + merged - recordedBefore) * 1000.0 / Math.max(1, since.toMillis());
    recordedBefore = recorded + merged;
    String line =
        "%d beds, %s, %s%s"
            .formatted(
                beds,
                "%.1f sets/s".formatted(rate),
                counts(lately),
                lastTrouble.isEmpty() ? "" : "; last trouble: " + lastTrouble);
    lately = new Latencies();
    lastTrouble = "";
    return line;
  }

  /** All of it. */
  synchronized String summary() {
    return counts(latencies);
  }

  private String counts(Latencies shown) {
    return String.format(
        Locale.ROOT,
        "recorded %d, merged %d, moved %d, refused %d, sent again %d, given up %d, answers p50 %s p99 %s",
        recorded,
        merged,
        moved,
        refused,
        retried,
        givenUp,
        shown.quantile(0.5),
        shown.quantile(0.99));
  }
}
