package health.vigil.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Who lies where: the beds of the simulated ward, each with an invented person and a scenario. */
final class Ward {
  private static final List<String> SCENARIOS =
      List.of("stable", "sepsis", "stable", "opioid-respiratory-depression", "stable", "stable");
  private static final List<String> FAMILY =
      List.of("Abel", "Brandt", "Castell", "Dorn", "Eder", "Falk", "Gruen");
  private static final List<String> GIVEN =
      List.of("Mira", "Jonas", "Lena", "Karl", "Ida", "Otto", "Vera");

  private Ward() {}

  static List<SimulatedBed> of(SimulatorOptions options, VigilApi api, Clock clock) {
    return IntStream.rangeClosed(1, options.beds())
        .mapToObj(number -> bed(number, options, api, clock))
        .toList();
  }

  private static SimulatedBed bed(int number, SimulatorOptions options, VigilApi api, Clock clock) {
    String bed = "%02d".formatted(number);
    Device device =
        new Device(
            "simulator-" + options.ward() + "-" + bed,
            Scenario.named(SCENARIOS.get((number - 1) % SCENARIOS.size())),
            options.seed() * 1_000 + number,
            options.interval(),
            options.speed());
    return new SimulatedBed(
        api, clock, options.ward(), bed, person(number, options.ward()), device);
  }

  private static Map<String, Object> person(int number, String ward) {
    return Map.of(
        "mrn",
        "SIM-" + ward + "-%04d".formatted(number),
        "familyName",
        FAMILY.get(number % FAMILY.size()),
        "givenName",
        GIVEN.get(number % GIVEN.size()),
        "birthDate",
        (1940 + 3 * number) + "-04-1" + number % 10,
        "sex",
        number % 2 == 0 ? "FEMALE" : "MALE");
  }
}
