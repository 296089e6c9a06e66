package health.vigil.appointment;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** All calendars; those that a change touches are locked in the order of their ids. */
record Diary(Repository<Calendar> calendars) {
  /**
   * Takes the time.
   *
   * @throws health.vigil.refusal.Refusal as a conflict {@code slot-taken}
   */
  void book(Booking booking, Instant at) throws Exception {
    for (CalendarId id : booking.calendars()) {
      open(id).execute(day -> day.book(id, booking.appointment(), booking.slot(), at));
    }
  }

  /**
   * Gives one time back and takes another; what is given back is not in the way.
   *
   * @throws health.vigil.refusal.Refusal as a conflict {@code slot-taken}
   */
  void move(Booking booking, Slot to, Instant at) throws Exception {
    SortedSet<CalendarId> before = booking.calendars();
    SortedSet<CalendarId> after = booking.at(to).calendars();
    SortedSet<CalendarId> touched = new TreeSet<>(before);
    touched.addAll(after);
    for (CalendarId id : touched) {
      Aggregate<Calendar> calendar = open(id);
      if (before.contains(id)) {
        calendar.execute(day -> day.free(booking.appointment(), at));
      }
      if (after.contains(id)) {
        calendar.execute(day -> day.book(id, booking.appointment(), to, at));
      }
    }
  }

  /** Gives the time back. */
  void free(Booking booking, Instant at) throws Exception {
    for (CalendarId id : booking.calendars()) {
      open(id).execute(day -> day.free(booking.appointment(), at));
    }
  }

  private Aggregate<Calendar> open(CalendarId id) throws Exception {
    return calendars.loadOrCreate(id.value(), Calendar::new);
  }
}
