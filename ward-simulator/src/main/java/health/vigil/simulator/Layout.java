package health.vigil.simulator;

import health.vigil.simulator.scenario.Scenario;
import health.vigil.simulator.scenario.Scenarios;
import health.vigil.simulator.scenario.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who lies where: the beds of all wards, each with an invented person and a scenario. */
final class Layout {
  /** Mostly stable; bed 02 is the one that the documents tell of. */
  private static final List<String> MIX =
      List.of(
          "stable",
          "sepsis",
          "stable",
          "opioid-respiratory-depression",
          "stable",
          "stable",
          "copd-on-scale-2",
          "stable",
          "bleeding",
          "stable",
          "stable",
          "delirium",
          "stable",
          "lost-device",
          "stable",
          "wrong-patient",
          "stable",
          "stable",
          "stable",
          "stable");

  private static final int LETTERS = 26;

  private Layout() {}

  /**
   * @throws IllegalArgumentException when a scenario can not be read or has no place
   */
  static List<BedPlan> of(SimulatorOptions options) {
    List<Scenario> scenarios = scenarios(options);
    List<BedPlan> plans = new ArrayList<>();
    for (int index = 0; index < options.beds(); index++) {
      plans.add(plan(index, scenarios, options));
    }
    return plans;
  }

  private static List<Scenario> scenarios(SimulatorOptions options) {
    List<String> names = options.scenarios().isEmpty() ? MIX : options.scenarios();
    Map<String, Scenario> read = new HashMap<>();
    return names.stream().map(name -> read.computeIfAbsent(name, Scenarios::of)).toList();
  }

  private static BedPlan plan(int index, List<Scenario> scenarios, SimulatorOptions options) {
    int inWard = index % options.bedsPerWard();
    int number = inWard + 1;
    String ward = ward(options.ward(), index / options.bedsPerWard());
    Scenario scenario = scenarios.get(inWard % scenarios.size());
    boolean last = number == options.bedsPerWard() || index + 1 == options.beds();
    if (scenario.misfiled().isPresent() && last && !options.scenarios().isEmpty()) {
      throw new IllegalArgumentException(
          "the scenario %s needs a bed after its own on the ward".formatted(scenario.name()));
    }
    Optional<Span> lent =
        inWard == 0 ? Optional.empty() : scenarios.get((inWard - 1) % scenarios.size()).lent();
    return new BedPlan(
        index,
        ward,
        "%02d".formatted(number),
        Person.in(ward, number),
        scenario.misfiled().isPresent() && last ? Scenarios.of("stable") : scenario,
        options.seed() * 1_000_003 + index,
        lent,
        isContinuous(index, options.continuousShare()));
  }

  /** Spread evenly over the beds. */
  private static boolean isContinuous(int index, double share) {
    return Math.floor((index + 1) * share) > Math.floor(index * share);
  }

  /** A, B, ... Z, AA, AB, ...; a name that is no such letters gets numbers. */
  static String ward(String first, int further) {
    if (further == 0) {
      return first;
    }
    return first.matches("[A-Z]{1,2}")
        ? letters(number(first) + further)
        : first + "-" + (further + 1);
  }

  private static int number(String letters) {
    return letters.chars().reduce(0, (number, letter) -> number * LETTERS + letter - 'A' + 1);
  }

  private static String letters(int number) {
    return number == 0
        ? ""
        : letters((number - 1) / LETTERS) + (char) ('A' + (number - 1) % LETTERS);
  }
}
