package health.vigil.appointment;

import static health.vigil.appointment.AppointmentStatus.BOOKED;
import static health.vigil.appointment.AppointmentStatus.CHECKED_IN;
import static health.vigil.appointment.AppointmentStatus.PENDING;

import health.vigil.refusal.Refusal;
import java.util.List;
import java.util.Map;

/** A step of an appointment's life, and the statuses in which it may be taken. */
enum Step {
  CONFIRM(PENDING),
  /** Late is still in time, until somebody has marked the no-show. */
  CHECK_IN(BOOKED),
  FULFIL(CHECKED_IN),
  RESCHEDULE(PENDING, BOOKED),
  /** A patient who has come may leave unseen. */
  CANCEL(PENDING, BOOKED, CHECKED_IN),
  /** A request that nobody confirmed promised the patient no time: it can not be missed. */
  MARK_NO_SHOW(BOOKED);

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<AppointmentStatus> allowed;

  Step(AppointmentStatus... allowed) {
    this.allowed = List.of(allowed);
  }

  /**
   * Checks that the step may be taken in {@code status}.
   *
   * @throws Refusal as a conflict {@code wrong-state}
   */
  void require(AppointmentStatus status) {
    if (!allowed.contains(status)) {
      List<String> names = allowed.stream().map(Enum::name).toList();
      throw Refusal.conflict(
          "wrong-state",
          "The appointment is " + status + "; accepted is " + String.join(" or ", names) + ".",
          Map.of("state", status.name(), "allowed", names));
    }
  }
}
