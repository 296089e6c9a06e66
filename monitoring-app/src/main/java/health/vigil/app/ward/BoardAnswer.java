package health.vigil.app.ward;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.app.past.AsOf;
import health.vigil.projection.ward.WardBoard;
import health.vigil.store.LogPrefix;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A ward's board.
 *
 * @param position up to which the rows reflect the log: follow the stream from it
 * @param asOf of when it is; absent on the board of now
 */
@Schema(name = "WardBoard")
@JsonInclude(JsonInclude.Include.NON_NULL)
record BoardAnswer(String ward, long position, @Nullable AsOf asOf, List<BoardRow> rows) {
  /**
   * @param reached a position that the read model had reached before it was read: what happened up
   *     to there and did not touch the board counts too
   */
  static BoardAnswer of(WardBoard board, long reached) {
    return new BoardAnswer(
        board.ward().value(), Math.max(board.position(), reached), null, rows(board));
  }

  /** As it was. */
  static BoardAnswer of(WardBoard board, LogPrefix prefix) {
    return new BoardAnswer(board.ward().value(), prefix.position(), AsOf.of(prefix), rows(board));
  }

  private static List<BoardRow> rows(WardBoard board) {
    return board.rows().stream().map(BoardRow::of).toList();
  }
}
