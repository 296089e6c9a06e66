package health.vigil.simulator;

import health.vigil.simulator.scenario.Scenario;
import health.vigil.simulator.scenario.Span;
import java.util.Optional;

/**
 * What is planned for one bed.
 *
 * @param index over all wards, from 0
 * @param lent when this bed's device is at the bed before
 * @param continuous whether its device sends a reading every second
 */
record BedPlan(
    int index,
    String ward,
    String bed,
    Person person,
    Scenario scenario,
    long seed,
    Optional<Span> lent,
    boolean continuous) {
  String name() {
    return ward + "/" + bed;
  }
}
