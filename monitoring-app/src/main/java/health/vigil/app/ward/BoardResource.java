package health.vigil.app.ward;

import health.vigil.app.reading.ReadModels;
import health.vigil.projection.ward.FindWardBoard;
import health.vigil.projection.ward.WardBoard;
import health.vigil.refusal.Refusal;
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
  private final Clock clock;

  BoardResource(ReadModels readModels, Clock clock) {
    this.readModels = readModels;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The board of a ward: one row a bed",
      description = "Follow the stream from its position: nothing is missed, nothing comes twice.")
  public BoardAnswer board(
      @PathParam("ward") WardId ward,
      @Parameter(hidden = true) @QueryParam("asOf") @Nullable String asOf,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    if (asOf != null) {
      throw Refusal.invalid("asOf", "is left out: a board is shown as of now");
    }
    readModels.await("ward-board", minPosition);
    WardBoard board = readModels.ask(new FindWardBoard(ward, clock.instant()), WardBoard.class);
    return BoardAnswer.of(board, minPosition == null ? 0 : minPosition);
  }
}
