package health.vigil.benchmarks.store;

import health.vigil.benchmarks.Latencies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Rounds of everybody, one after the other, every second time in the opposite order. */
final class Contest {
  private final Map<String, List<Sample>> samples = new HashMap<>();

  private Contest() {}

  /** Each round's figures are printed, with the processor time that each event cost. */
  @SuppressWarnings("SystemOut")
  static Contest of(int rounds, Meter meter, List<Contestant> contestants)
      throws SQLException, InterruptedException {
    Contest contest = new Contest();
    List<Contestant> order = new ArrayList<>(contestants);
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : order) {
        contestant.prepare();
        meter.start();
        Sample sample = contestant.run();
        contest.samples.computeIfAbsent(contestant.name(), n -> new ArrayList<>()).add(sample);
        System.out.printf(
            "  round %d: %s %,.0f/s; %s%n",
            round, contestant.name(), sample.rate(), meter.of(sample.count()));
      }
      Collections.reverse(order);
    }
    return contest;
  }

  /** How many times as fast. */
  Ratio rates(String ours, String theirs) {
    return ratio(ours, theirs, Sample::rate);
  }

  /** How many times as long the 99th percentile is: that of all rounds, and the spread of each. */
  Ratio tails(String ours, String theirs) {
    Ratio rounds = ratio(ours, theirs, sample -> sample.latencies().percentile(0.99));
    return new Ratio(rounds.least(), rounds.most(), tail(ours), tail(theirs));
  }

  double median(String name) {
    return median(of(name), Sample::rate);
  }

  private double tail(String name) {
    Latencies all = new Latencies();
    of(name).forEach(sample -> all.add(sample.latencies()));
    return all.percentile(0.99);
  }

  private Ratio ratio(String ours, String theirs, ToDoubleFunction<Sample> figure) {
    List<Sample> own = of(ours);
    List<Sample> other = of(theirs);
    double[] ratios = new double[own.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(other.get(i));
    }
    Arrays.sort(ratios);
    return new Ratio(
        ratios[0], ratios[ratios.length - 1], median(own, figure), median(other, figure));
  }

  private static double median(List<Sample> rounds, ToDoubleFunction<Sample> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private List<Sample> of(String name) {
    return samples.getOrDefault(name, List.of());
  }

  /**
   * Two medians.
   *
   * @param least ratio of a round
   * @param most ratio of a round
   */
  record Ratio(double least, double most, double ours, double theirs) {
    double value() {
      return ours / theirs;
    }
  }
}
