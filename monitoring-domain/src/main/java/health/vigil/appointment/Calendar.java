package health.vigil.appointment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import health.vigil.appointment.CalendarEvent.SlotBooked;
import health.vigil.appointment.CalendarEvent.SlotFreed;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * The bookings of one resource on one local day. Every booking is an event of this stream, so of
 * two that overlap and race, the store takes one and the other meets it when tried again.
 */
@AggregateRoot
final class Calendar {
  @AggregateIdentifier private CalendarId id;
  private final List<Entry> entries = new ArrayList<>();

  record Entry(AppointmentId appointment, Slot slot) {}

  Calendar() {}

  void book(CalendarId calendar, AppointmentId appointment, Slot slot, Instant at) {
    entries.stream()
        .map(Entry::slot)
        .filter(slot::overlaps)
        .min(Comparator.comparing(Slot::start))
        .ifPresent(taken -> refuse(calendar, taken));
    apply(new SlotBooked(calendar, appointment, slot, at));
  }

  void free(AppointmentId appointment, Instant at) {
    apply(new SlotFreed(id, appointment, at));
  }

  @EventSourcingHandler
  void on(SlotBooked event) {
    id = event.calendarId();
    entries.add(new Entry(event.appointmentId(), event.slot()));
  }

  @EventSourcingHandler
  void on(SlotFreed event) {
    entries.removeIf(entry -> entry.appointment().equals(event.appointmentId()));
  }

  private static void refuse(CalendarId calendar, Slot taken) {
    String resource = calendar.resource();
    throw Refusal.conflict(
        "slot-taken",
        "The " + resource + " has another appointment that overlaps.",
        Map.of(
            "resource",
            resource,
            "field",
            resource + "Id",
            "start",
            taken.start().toString(),
            "end",
            taken.end().toString()));
  }
}
