package health.vigil.app.operations;

import health.vigil.app.progress.ProgressLines;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/operations/snapshots/verification")
@Tag(name = "Operations")
class SnapshotsResource {
  private final SnapshotVerification snapshots;
  private final ProgressLines lines;

  SnapshotsResource(SnapshotVerification snapshots, ProgressLines lines) {
    this.snapshots = snapshots;
    this.lines = lines;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Whether each snapshot is what the events up to it lead to",
      description =
          "Replays the stream of each. Changes nothing. With Accept: application/x-ndjson a line"
              + " every half second tells how far it is, and the last the result.")
  public SnapshotsAnswer verify() {
    return snapshots.verify((done, of) -> {});
  }

  @POST
  @Blocking
  @Produces(ProgressLines.IF_ASKED_FOR)
  @Operation(hidden = true)
  public Multi<byte[]> follow() {
    return lines.of(snapshots::verify);
  }
}
