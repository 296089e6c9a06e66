package health.vigil.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * The time of an appointment, half open: {@code start} belongs to it and {@code end} does not, so
 * that one may begin where another ends.
 *
 * @param days the local days of the hospital that it touches, in order; kept as decided, since the
 *     rules of a time zone change over the years
 */
public record Slot(Instant start, Instant end, List<LocalDate> days) {
  public Slot {
    if (!start.isBefore(end) || days.isEmpty()) {
      throw new IllegalArgumentException("a slot ends after it starts and touches a day");
    }
    days = List.copyOf(days);
  }

  /** The slot from {@code start} until {@code end} for a hospital in {@code zone}. */
  public static Slot of(Instant start, Instant end, ZoneId zone) {
    LocalDate first = LocalDate.ofInstant(start, zone);
    LocalDate last = LocalDate.ofInstant(end.minusNanos(1), zone);
    return new Slot(start, end, first.datesUntil(last.plusDays(1)).toList());
  }

  /** Whether there is an instant that belongs to both. */
  public boolean overlaps(Slot other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }
}
