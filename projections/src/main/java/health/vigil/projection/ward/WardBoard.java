package health.vigil.projection.ward;

import health.vigil.ward.BedId;
import health.vigil.ward.WardId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The board of one ward.
 *
 * @param position the log position up to which the rows reflect the log exactly: following the log
 *     from it misses nothing and repeats nothing; -1 when nothing has been handled yet
 * @param rows one for each bed that is or was occupied, by the bed's name
 */
public record WardBoard(WardId ward, long position, List<Row> rows) {
  public WardBoard {
    rows = List.copyOf(rows);
  }

  /** A bed, and who lies in it; null when it is empty. */
  public record Row(BedId bed, @Nullable WatchedPatient patient) {}
}
