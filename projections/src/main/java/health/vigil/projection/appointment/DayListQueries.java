package health.vigil.projection.appointment;

import health.vigil.appointment.AppointmentStatus;
import health.vigil.projection.Progress;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Reads day lists. */
class DayListQueries {
  private static final String ON_THE_DAY =
      "practitioner = :practitioner and firstDay <= :day and lastDay >= :day";
  private static final String FURTHER =
      " and (startsAt > :start or startsAt = :start and appointment > :appointment)";
  private static final String IN_ORDER = " order by startsAt, appointment";

  @QueryHandler
  @Transactional
  DayList handle(FindDayList query) {
    // Read before the rows, so that nobody follows from ahead of what they show.
    long position = Progress.position(DayListProjection.GROUP);
    Map<String, Object> values = new HashMap<>();
    values.put("practitioner", query.practitionerId().value());
    values.put("day", query.day());
    String where = ON_THE_DAY + after(query.cursor(), values) + IN_ORDER;
    List<ListedAppointment> found =
        ListedAppointment.<ListedAppointment>find(where, values).range(0, query.limit()).list();
    return page(position, found, query.limit());
  }

  @QueryHandler
  @Transactional
  @Nullable DayListEntry handle(FindAppointment query) {
    ListedAppointment found = ListedAppointment.find(query.appointmentId());
    return found == null ? null : found.read();
  }

  @QueryHandler
  @Transactional
  long handle(CountComing query) {
    return ListedAppointment.count(
        "patient = :patient and endsAt > :now and status in :open",
        Map.of(
            "patient",
            query.patientId().value(),
            "now",
            query.now(),
            "open",
            List.of(
                AppointmentStatus.PENDING,
                AppointmentStatus.BOOKED,
                AppointmentStatus.CHECKED_IN)));
  }

  private static String after(@Nullable String cursor, Map<String, Object> values) {
    if (cursor == null) {
      return "";
    }
    DayListCursor last = DayListCursor.parse(cursor);
    values.put("start", last.start());
    values.put("appointment", last.appointment());
    return FURTHER;
  }

  private static DayList page(long position, List<ListedAppointment> found, int limit) {
    List<DayListEntry> entries = found.stream().limit(limit).map(ListedAppointment::read).toList();
    boolean more = found.size() > limit;
    return new DayList(position, entries, more ? found.get(limit - 1).cursor().text() : null);
  }
}
