package health.vigil.monitoring;

import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.refusal.Refusal;

/** What a retraction must say. */
final class RetractionRules {
  private RetractionRules() {}

  static void check(RetractObservation command) {
    Reasons.require(command.reason());
    if (command.patientId().equals(command.movedTo())) {
      throw Refusal.invalid("movedTo", "accepted is another patient");
    }
    if ((command.movedTo() == null) != (command.movedAs() == null)) {
      throw Refusal.invalid("movedTo", "a set is moved to a patient under a new observation id");
    }
  }
}
