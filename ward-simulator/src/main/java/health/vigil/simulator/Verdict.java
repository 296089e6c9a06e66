package health.vigil.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** At the end of a check: what was as expected, bed by bed, and what was not. */
final class Verdict {
  /** Alerts follow the sets by a moment: so long they are waited for. */
  private static final Duration SETTLING = Duration.ofSeconds(20);

  private static final long LOOK_MILLIS = 500;
  private static final int SHOWN = 10;

  private final AlertCheck alerts;
  private final Ward ward;

  Verdict(VigilApi api, Ward ward, SimulatorOptions options) {
    this.alerts = new AlertCheck(api, ward.observations(), options);
    this.ward = ward;
  }

  /**
   * @return the exit code
   */
  int tell(Consumer<String> out) throws InterruptedException {
    boolean allAsExpected = true;
    Instant until = Instant.now().plus(SETTLING);
    for (Bed bed : ward.beds()) {
      CourseCheck check = Objects.requireNonNull(bed.check());
      List<String> found = new ArrayList<>(check.deviations());
      found.addAll(settled(bed, until));
      String scenario = bed.plan().name() + " " + bed.plan().scenario().name();
      out.accept(
          "%s: %d sets compared, %s"
              .formatted(
                  scenario,
                  check.compared(),
                  found.isEmpty() ? "as expected" : found.size() + " deviations"));
      found.stream().limit(SHOWN).forEach(each -> out.accept("  " + each));
      allAsExpected &= found.isEmpty();
    }
    return allAsExpected && ward.tally().refusedOrGivenUp() == 0 ? 0 : 1;
  }

  private List<String> settled(Bed bed, Instant until) throws InterruptedException {
    List<String> found = alerts.deviations(bed, ward.neighbourOf(bed));
    while (!found.isEmpty() && Instant.now().isBefore(until)) {
      Thread.sleep(LOOK_MILLIS);
      found = alerts.deviations(bed, ward.neighbourOf(bed));
    }
    return found;
  }
}
