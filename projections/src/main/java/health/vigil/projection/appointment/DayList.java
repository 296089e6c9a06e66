package health.vigil.projection.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a day by start, then by id; cancelled and missed appointments stay on the list.
 *
 * @param position how far in the log the list has come, never more than its entries show
 * @param next the cursor of the page that follows, null on the last
 */
public record DayList(long position, List<DayListEntry> appointments, @Nullable String next) {
  public DayList {
    appointments = List.copyOf(appointments);
  }
}
