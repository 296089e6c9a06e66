package health.vigil.appointment;

import static health.vigil.appointment.Clinic.ADA;
import static health.vigil.appointment.Clinic.BEN;
import static health.vigil.appointment.Clinic.DR_OZ;
import static health.vigil.appointment.Clinic.DR_YU;
import static health.vigil.appointment.Clinic.FIRST;
import static health.vigil.appointment.Clinic.NINE;
import static health.vigil.appointment.Clinic.SECOND;
import static health.vigil.appointment.Clinic.cancel;
import static health.vigil.appointment.Clinic.confirm;
import static health.vigil.appointment.Clinic.nineAnd;
import static health.vigil.appointment.Clinic.noShow;
import static health.vigil.appointment.Clinic.request;
import static health.vigil.appointment.Clinic.requestFirst;
import static health.vigil.appointment.Clinic.reschedule;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.appointment.CalendarEvent.SlotBooked;
import health.vigil.fixture.DomainFixture;
import health.vigil.fixture.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollisionTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-24T23:00:00Z");

  private final DomainFixture clinic = Clinic.open();

  @Test
  void a_practitioner_sees_one_patient_at_a_time() {
    Outcome outcome =
        clinic
            .givenCommands(requestFirst())
            .when(request(SECOND, BEN, DR_YU, nineAnd(29), nineAnd(60)));

    outcome.expectRefusal(CONFLICT, "slot-taken");
    assertThat(outcome.refusal().details())
        .isEqualTo(
            Map.of(
                "resource", "practitioner",
                "field", "practitionerId",
                "start", "2026-11-24T08:00:00Z",
                "end", "2026-11-24T08:30:00Z"));
  }

  @Test
  void a_patient_sees_one_practitioner_at_a_time() {
    Outcome outcome =
        clinic
            .givenCommands(requestFirst())
            .when(request(SECOND, ADA, DR_OZ, nineAnd(-10), nineAnd(1)));

    outcome.expectRefusal(CONFLICT, "slot-taken");
    assertThat(outcome.refusal().details())
        .containsEntry("resource", "patient")
        .containsEntry("field", "patientId");
  }

  @Test
  void one_follows_another_with_no_gap() {
    clinic
        .givenCommands(requestFirst())
        .when(request(SECOND, ADA, DR_YU, nineAnd(30), nineAnd(60)))
        .expectAccepted();
  }

  @Test
  void others_meet_at_the_same_time() {
    clinic
        .givenCommands(requestFirst())
        .when(request(SECOND, BEN, DR_OZ, NINE, nineAnd(30)))
        .expectAccepted();
  }

  @Test
  void an_appointment_over_midnight_takes_time_of_both_days() {
    Outcome night =
        clinic.when(
            request(FIRST, ADA, DR_YU, MIDNIGHT.minusSeconds(3600), MIDNIGHT.plusSeconds(3600)));

    assertThat(night.events())
        .filteredOn(SlotBooked.class::isInstance)
        .extracting("calendarId")
        .containsExactly(
            CalendarId.of(ADA, LocalDate.of(2026, 11, 24)),
            CalendarId.of(ADA, LocalDate.of(2026, 11, 25)),
            CalendarId.of(DR_YU, LocalDate.of(2026, 11, 24)),
            CalendarId.of(DR_YU, LocalDate.of(2026, 11, 25)));
    clinic
        .when(request(SECOND, BEN, DR_YU, MIDNIGHT, MIDNIGHT.plusSeconds(1800)))
        .expectRefusal(CONFLICT, "slot-taken");
    clinic
        .when(request(SECOND, BEN, DR_YU, MIDNIGHT.minusSeconds(1800), MIDNIGHT))
        .expectRefusal(CONFLICT, "slot-taken");
    clinic.givenCommands(cancel(FIRST));
    clinic.when(request(SECOND, BEN, DR_YU, MIDNIGHT, MIDNIGHT.plusSeconds(1800))).expectAccepted();
  }

  @Test
  void cancelled_time_is_free() {
    clinic
        .givenCommands(requestFirst(), cancel(FIRST))
        .when(request(SECOND, ADA, DR_YU, NINE, nineAnd(30)))
        .expectAccepted();
  }

  @Test
  void missed_time_is_gone() {
    clinic
        .givenCommands(requestFirst(), confirm(FIRST), noShow(FIRST))
        .when(request(SECOND, BEN, DR_YU, NINE, nineAnd(30)))
        .expectRefusal(CONFLICT, "slot-taken");
  }

  @Test
  void what_was_moved_away_is_no_longer_in_the_way() {
    clinic
        .givenCommands(requestFirst(), reschedule(FIRST, MIDNIGHT))
        .when(request(SECOND, BEN, DR_YU, NINE, nineAnd(30)))
        .expectAccepted();
  }

  @Test
  void a_move_onto_another_is_refused_and_changes_nothing() {
    clinic
        .givenCommands(requestFirst(), request(SECOND, BEN, DR_YU, nineAnd(30), nineAnd(60)))
        .when(reschedule(FIRST, nineAnd(10)))
        .expectRefusal(CONFLICT, "slot-taken");
    clinic
        .when(request(new AppointmentId("third"), BEN, DR_YU, NINE, nineAnd(10)))
        .expectRefusal(CONFLICT, "slot-taken");
  }
}
