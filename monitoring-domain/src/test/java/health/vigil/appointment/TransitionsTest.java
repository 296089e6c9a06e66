package health.vigil.appointment;

import static health.vigil.appointment.AppointmentStatus.BOOKED;
import static health.vigil.appointment.AppointmentStatus.CANCELLED;
import static health.vigil.appointment.AppointmentStatus.CHECKED_IN;
import static health.vigil.appointment.AppointmentStatus.FULFILLED;
import static health.vigil.appointment.AppointmentStatus.NOSHOW;
import static health.vigil.appointment.AppointmentStatus.PENDING;
import static health.vigil.appointment.Clinic.FIRST;
import static health.vigil.appointment.Clinic.cancel;
import static health.vigil.appointment.Clinic.checkIn;
import static health.vigil.appointment.Clinic.confirm;
import static health.vigil.appointment.Clinic.fulfil;
import static health.vigil.appointment.Clinic.nineAnd;
import static health.vigil.appointment.Clinic.noShow;
import static health.vigil.appointment.Clinic.requestFirst;
import static health.vigil.appointment.Clinic.reschedule;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status against every command. */
class TransitionsTest {
  /** The commands that lead to each status. */
  private static final Map<AppointmentStatus, List<AppointmentCommand>> WAYS =
      Map.of(
          PENDING, List.of(requestFirst()),
          BOOKED, List.of(requestFirst(), confirm(FIRST)),
          CHECKED_IN, List.of(requestFirst(), confirm(FIRST), checkIn(FIRST)),
          FULFILLED, List.of(requestFirst(), confirm(FIRST), checkIn(FIRST), fulfil(FIRST)),
          CANCELLED, List.of(requestFirst(), cancel(FIRST)),
          NOSHOW, List.of(requestFirst(), confirm(FIRST), noShow(FIRST)));

  /** In which statuses each command is accepted; in all others it is refused. */
  private static final Map<AppointmentCommand, List<AppointmentStatus>> ACCEPTED =
      Map.of(
          confirm(FIRST), List.of(PENDING),
          checkIn(FIRST), List.of(BOOKED),
          fulfil(FIRST), List.of(CHECKED_IN),
          reschedule(FIRST, nineAnd(60)), List.of(PENDING, BOOKED),
          cancel(FIRST), List.of(PENDING, BOOKED, CHECKED_IN),
          noShow(FIRST), List.of(BOOKED));

  static Stream<Arguments> every_status_and_command() {
    return Stream.of(AppointmentStatus.values())
        .flatMap(
            status ->
                ACCEPTED.entrySet().stream()
                    .map(
                        row ->
                            Arguments.of(status, WAYS.get(status), row.getKey(), row.getValue())));
  }

  @ParameterizedTest
  @MethodSource("every_status_and_command")
  void is_accepted_or_refused(
      AppointmentStatus status,
      List<AppointmentCommand> way,
      AppointmentCommand command,
      List<AppointmentStatus> accepted) {
    var outcome = Clinic.open().givenCommands(way.toArray()).when(command);

    if (accepted.contains(status)) {
      outcome.expectAccepted();
    } else {
      outcome.expectRefusal(CONFLICT, "wrong-state");
      assertThat(outcome.refusal().details())
          .containsEntry("state", status.name())
          .containsEntry("allowed", accepted.stream().map(Enum::name).toList());
    }
  }
}
