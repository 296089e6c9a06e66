package health.vigil.appointment;

import static health.vigil.appointment.Clinic.nineAnd;
import static health.vigil.appointment.Clinic.request;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.appointment.AppointmentCommand.RescheduleAppointment;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.fixture.DomainFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is asked for, in whatever order: nobody is ever in two appointments at once. */
class NoOverlapTest {
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void no_sequence_of_requests_leaves_two_that_overlap(
      @ForAll("wishes") List<AppointmentCommand> wishes) {
    DomainFixture clinic = Clinic.open();

    wishes.forEach(clinic::when);

    List<Booking> active = active(clinic.events());
    for (Booking one : active) {
      for (Booking other : active) {
        boolean same = one.appointment().equals(other.appointment());
        boolean shared =
            one.patient().equals(other.patient())
                || one.practitioner().equals(other.practitioner());
        assertThat(!same && shared && one.slot().overlaps(other.slot()))
            .as("%s and %s", one, other)
            .isFalse();
      }
    }
  }

  @Provide
  Arbitrary<List<AppointmentCommand>> wishes() {
    Arbitrary<AppointmentId> ids =
        Arbitraries.integers().between(1, 8).map(number -> new AppointmentId("a" + number));
    // from the evening before to the morning after, over both midnights
    Arbitrary<Integer> starts = Arbitraries.integers().between(-15 * 12, 17 * 12);
    Arbitrary<Integer> lengths = Arbitraries.of(5, 30, 60, 300, 720);
    Arbitrary<AppointmentCommand> requests =
        Combinators.combine(
                ids,
                Arbitraries.of(Clinic.ADA, Clinic.BEN),
                Arbitraries.of(Clinic.DR_YU, Clinic.DR_OZ),
                starts,
                lengths)
            .as(
                (id, patient, practitioner, start, length) ->
                    request(
                        id,
                        patient,
                        practitioner,
                        nineAnd(5 * start),
                        nineAnd(5 * start + length)));
    Arbitrary<AppointmentCommand> moves =
        Combinators.combine(ids, starts, lengths)
            .as(
                (id, start, length) ->
                    new RescheduleAppointment(
                        id,
                        nineAnd(5 * start),
                        nineAnd(5 * start + length),
                        Clinic.ZONE,
                        Clinic.NOW));
    return Arbitraries.oneOf(requests, moves, ids.map(Clinic::cancel)).list().ofMaxSize(40);
  }

  private static List<Booking> active(List<Object> events) {
    Map<AppointmentId, Booking> active = new HashMap<>();
    for (Object event : events) {
      if (event instanceof AppointmentRequested requested) {
        active.put(
            requested.appointmentId(),
            new Booking(
                requested.appointmentId(),
                requested.patientId(),
                requested.practitionerId(),
                requested.slot()));
      } else if (event instanceof AppointmentRescheduled moved) {
        active.computeIfPresent(moved.appointmentId(), (id, booking) -> booking.at(moved.slot()));
      } else if (event instanceof AppointmentCancelled cancelled) {
        active.remove(cancelled.appointmentId());
      }
    }
    return List.copyOf(active.values());
  }
}
