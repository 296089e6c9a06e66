package health.vigil.projection.testlog;

import health.vigil.appointment.AppointmentEvent.AppointmentCancelled;
import health.vigil.appointment.AppointmentEvent.AppointmentConfirmed;
import health.vigil.appointment.AppointmentEvent.AppointmentFulfilled;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentEvent.AppointmentRescheduled;
import health.vigil.appointment.AppointmentEvent.NoShowMarked;
import health.vigil.appointment.AppointmentEvent.PatientCheckedIn;
import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.CalendarEvent.SlotBooked;
import health.vigil.appointment.CalendarEvent.SlotFreed;
import health.vigil.appointment.CalendarId;
import health.vigil.appointment.PractitionerId;
import health.vigil.appointment.Slot;
import health.vigil.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Appointments are booked, moved, kept and missed. */
final class Bookings {
  private static final Duration LENGTH = Duration.ofMinutes(20);

  private enum Stage {
    REQUESTED,
    CONFIRMED,
    ARRIVED
  }

  private static final class Booking {
    final AppointmentId id;
    final PatientId patient;
    final PractitionerId practitioner;
    Slot slot;
    Stage stage = Stage.REQUESTED;

    Booking(AppointmentId id, PatientId patient, PractitionerId practitioner, Slot slot) {
      this.id = id;
      this.patient = patient;
      this.practitioner = practitioner;
      this.slot = slot;
    }
  }

  private final World world;
  private final List<Booking> open = new ArrayList<>();
  private int slots;

  Bookings(World world) {
    this.world = world;
  }

  void request() {
    World.Person person = world.chance.oneOf(world.people);
    Booking booking =
        new Booking(
            new AppointmentId(world.chance.uuid()),
            person.id,
            new PractitionerId("practitioner-" + world.seed + "-" + world.chance.upTo(8)),
            nextSlot());
    open.add(booking);
    List<Object> facts = new ArrayList<>();
    facts.add(
        new AppointmentRequested(
            booking.id,
            booking.patient,
            booking.practitioner,
            booking.slot,
            world.chance.percent(50) ? "cardiology" : null,
            world.chance.percent(50) ? "follow-up after discharge" : null,
            world.now()));
    book(booking, facts);
    world.log.append(world.now(), facts);
  }

  void goOn() {
    Booking booking = world.chance.of(open);
    if (booking == null) {
      return;
    }
    int dice = world.chance.upTo(100);
    if (dice < 12) {
      reschedule(booking);
    } else if (dice < 22) {
      cancel(booking);
    } else {
      advance(booking);
    }
  }

  private void advance(Booking booking) {
    Instant at = world.now();
    switch (booking.stage) {
      case REQUESTED -> {
        booking.stage = Stage.CONFIRMED;
        world.log.append(
            at, new AppointmentConfirmed(booking.id, booking.patient, booking.slot, at));
      }
      case CONFIRMED -> {
        if (world.chance.percent(25)) {
          open.remove(booking);
          world.log.append(at, new NoShowMarked(booking.id, booking.patient, at));
        } else {
          booking.stage = Stage.ARRIVED;
          world.log.append(at, new PatientCheckedIn(booking.id, booking.patient, at));
        }
      }
      case ARRIVED -> {
        open.remove(booking);
        world.log.append(at, new AppointmentFulfilled(booking.id, booking.patient, at));
      }
    }
  }

  private void reschedule(Booking booking) {
    if (booking.stage == Stage.ARRIVED) {
      return;
    }
    Slot before = booking.slot;
    List<Object> facts = new ArrayList<>();
    Slot after = nextSlot();
    facts.add(new AppointmentRescheduled(booking.id, booking.patient, before, after, world.now()));
    free(booking, facts);
    booking.slot = after;
    book(booking, facts);
    world.log.append(world.now(), facts);
  }

  private void cancel(Booking booking) {
    if (booking.stage == Stage.ARRIVED) {
      return;
    }
    open.remove(booking);
    List<Object> facts = new ArrayList<>();
    facts.add(
        new AppointmentCancelled(booking.id, booking.patient, "the patient is ill", world.now()));
    free(booking, facts);
    world.log.append(world.now(), facts);
  }

  private void book(Booking booking, List<Object> facts) {
    for (CalendarId calendar : calendars(booking)) {
      facts.add(new SlotBooked(calendar, booking.id, booking.slot, world.now()));
    }
  }

  private void free(Booking booking, List<Object> facts) {
    for (CalendarId calendar : calendars(booking)) {
      facts.add(new SlotFreed(calendar, booking.id, world.now()));
    }
  }

  private static List<CalendarId> calendars(Booking booking) {
    return booking.slot.days().stream()
        .flatMap(
            day ->
                List.of(
                    CalendarId.of(booking.patient, day), CalendarId.of(booking.practitioner, day))
                    .stream())
        .sorted()
        .toList();
  }

  /** Every booking has a time of its own, so that none collides. */
  private Slot nextSlot() {
    Instant start = Instant.parse("2026-12-01T00:00:00Z").plus(Duration.ofMinutes(20L * slots++));
    return Slot.of(start, start.plus(LENGTH), ZoneOffset.ofHours(1));
  }
}
