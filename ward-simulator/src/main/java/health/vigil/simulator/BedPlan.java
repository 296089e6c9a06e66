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

  /** The device that is assigned to this bed's patient. */
  String device() {
    return deviceAt(bed);
  }

  /** The one that is assigned to the patient of the next bed. */
  String nextDevice() {
    return deviceAt("%02d".formatted(Integer.parseInt(bed) + 1));
  }

  private String deviceAt(String place) {
    return "simulator-" + ward + "-" + place;
  }
}
