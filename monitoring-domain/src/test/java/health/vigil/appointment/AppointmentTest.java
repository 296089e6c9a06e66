package health.vigil.appointment;

import static health.vigil.appointment.Clinic.ADA;
import static health.vigil.appointment.Clinic.DR_YU;
import static health.vigil.appointment.Clinic.FIRST;
import static health.vigil.appointment.Clinic.NINE;
import static health.vigil.appointment.Clinic.NOW;
import static health.vigil.appointment.Clinic.ZONE;
import static health.vigil.appointment.Clinic.cancel;
import static health.vigil.appointment.Clinic.checkIn;
import static health.vigil.appointment.Clinic.confirm;
import static health.vigil.appointment.Clinic.fulfil;
import static health.vigil.appointment.Clinic.nineAnd;
import static health.vigil.appointment.Clinic.nineToHalfPast;
import static health.vigil.appointment.Clinic.noShow;
import static health.vigil.appointment.Clinic.request;
import static health.vigil.appointment.Clinic.requestFirst;
import static health.vigil.appointment.Clinic.reschedule;
import static health.vigil.appointment.Clinic.slot;
import static health.vigil.refusal.Refusal.Kind.CONFLICT;
import static health.vigil.refusal.Refusal.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.appointment.AppointmentCommand.CancelAppointment;
import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.appointment.CalendarEvent.SlotBooked;
import health.vigil.appointment.CalendarEvent.SlotFreed;
import health.vigil.fixture.DomainFixture;
import health.vigil.patient.PatientId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AppointmentTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final CalendarId ADAS_DAY = CalendarId.of(ADA, TUESDAY);
  private static final CalendarId DR_YUS_DAY = CalendarId.of(DR_YU, TUESDAY);

  private final DomainFixture clinic = Clinic.open();

  @Test
  void a_request_holds_the_time_of_patient_and_practitioner_in_one_append() {
    clinic
        .when(requestFirst())
        .expectEvents(
            new AppointmentRequested(
                FIRST, ADA, DR_YU, nineToHalfPast(), "cardiology", "chest pain", NOW),
            new SlotBooked(ADAS_DAY, FIRST, nineToHalfPast(), NOW),
            new SlotBooked(DR_YUS_DAY, FIRST, nineToHalfPast(), NOW));
  }

  @Test
  void a_request_is_made_once() {
    clinic
        .givenCommands(requestFirst())
        .when(requestFirst())
        .expectRefusal(CONFLICT, "already-requested");
  }

  @Test
  void an_unknown_patient_has_no_appointment() {
    PatientId nobody = new PatientId("nobody");

    clinic
        .when(request(FIRST, nobody, DR_YU, NINE, nineAnd(30)))
        .expectRefusal(NOT_FOUND, "patient-not-found");
  }

  @Test
  void an_unknown_appointment_is_not_found() {
    clinic.when(confirm(FIRST)).expectRefusal(NOT_FOUND, "appointment-not-found");
    clinic.when(cancel(FIRST)).expectRefusal(NOT_FOUND, "appointment-not-found");
    clinic.when(reschedule(FIRST, NINE)).expectRefusal(NOT_FOUND, "appointment-not-found");
  }

  @Test
  void a_confirmed_appointment_says_when_the_patient_is_expected() {
    clinic
        .givenCommands(requestFirst())
        .when(confirm(FIRST))
        .expectEvents(new AppointmentConfirmed(FIRST, ADA, nineToHalfPast(), NOW));
  }

  @Test
  void a_patient_who_came_is_seen() {
    clinic
        .givenCommands(requestFirst(), confirm(FIRST))
        .when(checkIn(FIRST))
        .expectEvents(new PatientCheckedIn(FIRST, ADA, NINE));
    clinic.when(fulfil(FIRST)).expectEvents(new AppointmentFulfilled(FIRST, ADA, nineAnd(30)));
  }

  @Test
  void another_time_of_the_same_day_frees_the_old_one_first() {
    Slot later = slot(nineAnd(10), nineAnd(40));

    clinic
        .givenCommands(requestFirst())
        .when(reschedule(FIRST, nineAnd(10)))
        .expectEvents(
            new AppointmentRescheduled(FIRST, ADA, nineToHalfPast(), later, NOW),
            new SlotFreed(ADAS_DAY, FIRST, NOW),
            new SlotBooked(ADAS_DAY, FIRST, later, NOW),
            new SlotFreed(DR_YUS_DAY, FIRST, NOW),
            new SlotBooked(DR_YUS_DAY, FIRST, later, NOW));
  }

  @Test
  void a_moved_appointment_keeps_its_status() {
    clinic
        .givenCommands(requestFirst(), confirm(FIRST), reschedule(FIRST, nineAnd(60)))
        .when(checkIn(FIRST))
        .expectAccepted();
  }

  @Test
  void a_cancelled_appointment_gives_the_time_back() {
    clinic
        .givenCommands(requestFirst())
        .when(cancel(FIRST))
        .expectEvents(
            new AppointmentCancelled(FIRST, ADA, "has the flu", NOW),
            new SlotFreed(ADAS_DAY, FIRST, NOW),
            new SlotFreed(DR_YUS_DAY, FIRST, NOW));
  }

  @Test
  void a_patient_who_did_not_come_is_noted() {
    clinic
        .givenCommands(requestFirst(), confirm(FIRST))
        .when(noShow(FIRST))
        .expectEvents(new NoShowMarked(FIRST, ADA, nineAnd(15)));
  }

  @Test
  void nobody_misses_what_has_not_begun() {
    clinic
        .givenCommands(requestFirst(), confirm(FIRST))
        .when(new MarkNoShow(FIRST, null, NINE.minusSeconds(1)))
        .expectRefusal(CONFLICT, "not-started");
  }

  @Test
  void a_no_show_decided_on_a_time_that_has_changed_is_refused() {
    clinic
        .givenCommands(requestFirst(), confirm(FIRST), reschedule(FIRST, nineAnd(10)))
        .when(new MarkNoShow(FIRST, NINE, nineAnd(15)))
        .expectRefusal(CONFLICT, "rescheduled");
    clinic.when(new MarkNoShow(FIRST, nineAnd(10), nineAnd(25))).expectAccepted();
  }

  @Test
  void text_is_short_and_holds_no_control_characters() {
    clinic
        .when(
            new RequestAppointment(
                FIRST, ADA, DR_YU, NINE, nineAnd(30), ZONE, "x".repeat(65), "\u0000", NOW))
        .expectInvalid("service", "reason");
    clinic
        .when(
            new RequestAppointment(
                FIRST, ADA, DR_YU, NINE, nineAnd(30), ZONE, null, "two\nlines", NOW))
        .expectAccepted();
    clinic.when(new CancelAppointment(FIRST, " ", NOW)).expectInvalid("reason");
  }

  @Test
  void nothing_a_person_wrote_is_printed() {
    assertThat(requestFirst().toString()).doesNotContain("chest pain");
    assertThat(cancel(FIRST).toString()).doesNotContain("flu");
    clinic.givenCommands(requestFirst(), cancel(FIRST));
    assertThat(clinic.events().toString()).doesNotContain("chest pain").doesNotContain("flu");
  }
}
