package health.vigil.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import health.vigil.simulator.VigilApi.Answer;
import health.vigil.simulator.VigilApi.Call;
import health.vigil.simulator.scenario.ExpectedAlert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the alerts that Vigil has raised with those that the scenarios expect. An alert belongs
 * to the bed whose set it rests on: one that a misfiled set has raised is not held against the
 * neighbour.
 */
final class AlertCheck {
  private final VigilApi api;
  private final Observations observations;
  private final SimulatorOptions options;

  AlertCheck(VigilApi api, Observations observations, SimulatorOptions options) {
    this.api = api;
    this.observations = observations;
    this.options = options;
  }

  /** An alert in the terms of the scenario that it belongs to. */
  private record Raised(double minute, boolean onNeighbour, AlertCourse.Course course) {
    boolean is(ExpectedAlert expected, double between) {
      return expected.rule().equals(course.rule)
          && expected.concernsNeighbour() == onNeighbour
          && minute >= expected.raised().from()
          && minute < expected.raised().to() + between
          && expected.priority().equals(course.priority)
          && expected.presence().equals(course.presence)
          && (expected.endReason() == null ? "" : expected.endReason()).equals(course.endReason);
    }

    @Override
    public String toString() {
      return "%s%s raised at minute %.1f, up to %s, now %s %s"
          .formatted(
              onNeighbour ? "the neighbour's " : "",
              course.rule,
              minute,
              course.priority,
              course.presence,
              course.endReason)
          .strip();
    }
  }

  /**
   * What is not as expected at one bed.
   *
   * @param neighbour the next bed, when there is one
   */
  List<String> deviations(Bed bed, Optional<Bed> neighbour) {
    List<Raised> raised = new ArrayList<>(belonging(bed, bed));
    neighbour.ifPresent(next -> raised.addAll(belonging(bed, next)));
    List<String> found = new ArrayList<>();
    // What begins between two sets is seen with the second.
    double between = options.interval().toMillis() / 60_000.0 * options.speed();
    for (ExpectedAlert expected : bed.plan().scenario().alerts()) {
      Optional<Raised> match =
          raised.stream().filter(each -> each.is(expected, between)).findFirst();
      if (match.isPresent()) {
        raised.remove(match.get());
      } else {
        found.add("there is no alert as expected: " + expected);
      }
    }
    raised.forEach(unexpected -> found.add("not expected: " + unexpected));
    return found;
  }

  private List<Raised> belonging(Bed bed, Bed patient) {
    List<Raised> raised = new ArrayList<>();
    for (AlertCourse.Course course : alerts(patient.patientId()).all()) {
      Optional<Observations.Sent> basis = observations.find(course.basis);
      BedPlan from = basis.map(Observations.Sent::from).orElse(patient.plan());
      if (from.index() == bed.plan().index()) {
        double minute = basis.map(Observations.Sent::minute).orElseGet(() -> minute(bed, course));
        raised.add(new Raised(minute, patient != bed, course));
      }
    }
    return raised;
  }

  private double minute(Bed bed, AlertCourse.Course course) {
    Duration passed =
        Duration.between(bed.timeline().beginning(), course.raisedAt).minus(options.delay());
    return passed.toMillis() / 60_000.0 * options.speed();
  }

  private AlertCourse alerts(String patientId) {
    AlertCourse course = new AlertCourse();
    String cursor = "";
    do {
      String path = "/patients/" + patientId + "/history?limit=500" + cursor;
      Answer page = api.send(Call.get(Caller.auditor(), path)).join();
      if (!page.ok()) {
        throw new IllegalStateException("the history was answered " + page.problem());
      }
      for (JsonNode entry : page.body().path("items")) {
        course.follow(entry);
      }
      cursor = page.body().hasNonNull("next") ? "&cursor=" + page.body().path("next").asText() : "";
    } while (!cursor.isEmpty());
    return course;
  }
}
