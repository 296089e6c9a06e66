package health.vigil.app.ward;

import health.vigil.projection.ward.WardBoard;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A ward's board.
 *
 * @param position up to which the rows reflect the log: follow the stream from it
 */
@Schema(name = "WardBoard")
record BoardAnswer(String ward, long position, List<BoardRow> rows) {
  /**
   * @param reached a position that the read model had reached before it was read: what happened up
   *     to there and did not touch the board counts too
   */
  static BoardAnswer of(WardBoard board, long reached) {
    return new BoardAnswer(
        board.ward().value(),
        Math.max(board.position(), reached),
        board.rows().stream().map(BoardRow::of).toList());
  }
}
