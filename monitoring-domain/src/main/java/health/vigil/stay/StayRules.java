package health.vigil.stay;

import health.vigil.refusal.Refusal;
import health.vigil.stay.StayCommand.AdmitPatient;
import health.vigil.stay.StayCommand.PauseStay;
import health.vigil.stay.StayCommand.SwapBeds;
import java.time.Duration;
import java.time.Instant;

/** What is accepted of the commands on stays, whatever the state of the ward. */
final class StayRules {
  /** How far the clock that {@code admittedAt} was read from may run ahead of ours. */
  static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** Nobody is left unobserved for longer by one decision. */
  static final Duration LONGEST_PAUSE = Duration.ofDays(7);

  private StayRules() {}

  static void check(AdmitPatient command) {
    if (command.admittedAt().isAfter(command.at().plus(CLOCK_TOLERANCE))) {
      throw Refusal.invalid("admittedAt", "a time that is not in the future");
    }
  }

  static void check(PauseStay command) {
    Instant latest = command.at().plus(LONGEST_PAUSE);
    if (!command.until().isAfter(command.at()) || command.until().isAfter(latest)) {
      throw Refusal.invalid(
          "until", "a time in the future, at most " + LONGEST_PAUSE.toDays() + " days ahead");
    }
  }

  static void check(SwapBeds command) {
    if (command.patientId().equals(command.otherPatientId())) {
      throw Refusal.invalid("otherPatientId", "another patient than the one whose bed is swapped");
    }
  }
}
