package health.vigil.app.ward;

import health.vigil.app.past.Past;
import health.vigil.app.reading.ReadModels;
import health.vigil.projection.ward.FindWardBoard;
import health.vigil.projection.ward.WardBoard;
import health.vigil.store.LogPrefix;
import health.vigil.ward.WardId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/wards/{ward}/board")
@Tag(name = "Wards")
class BoardResource {
  private final ReadModels readModels;
  private final Past past;
  private final PastBoard pastBoard;
  private final Clock clock;

  BoardResource(ReadModels readModels, Past past, PastBoard pastBoard, Clock clock) {
    this.readModels = readModels;
    this.past = past;
    this.pastBoard = pastBoard;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The board of a ward, now or as known at a time: one row a bed",
      description = "Follow the stream from its position: nothing is missed, nothing comes twice.")
  public BoardAnswer board(
      @PathParam("ward") WardId ward,
      @Parameter(description = "The time of which the board is shown, as it was known then")
          @QueryParam("asOf")
          @Nullable String asOf,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    if (asOf != null) {
      LogPrefix prefix = past.at(asOf);
      return BoardAnswer.of(pastBoard.at(ward, prefix), prefix);
    }
    readModels.await("ward-board", minPosition);
    WardBoard board = readModels.ask(new FindWardBoard(ward, clock.instant()), WardBoard.class);
    return BoardAnswer.of(board, minPosition == null ? 0 : minPosition);
  }
}
