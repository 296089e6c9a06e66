package health.vigil.app.privacy;

import health.vigil.app.progress.ProgressLines;
import health.vigil.personal.key.Rewrapping;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/operations/keys/rewrapping")
@Tag(name = "Operations")
class KeysResource {
  private final Rewrapping rewrapping;
  private final ProgressLines lines;

  KeysResource(Rewrapping rewrapping, ProgressLines lines) {
    this.rewrapping = rewrapping;
    this.lines = lines;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Wrap the keys of all patients with the current master key",
      description =
          "Reads the master keys anew first. No event is touched; once nothing remains that another"
              + " master key wraps, that one may go. A key that can not be unwrapped is named and left as"
              + " it is. With Accept: application/x-ndjson a line every"
              + " half second tells how far it is, and the last the result.")
  public RewrappingAnswer rewrap() {
    return RewrappingAnswer.of(rewrapping.run((done, of) -> {}));
  }

  @POST
  @Blocking
  @Produces(ProgressLines.IF_ASKED_FOR)
  @Operation(hidden = true)
  public Multi<byte[]> follow() {
    return lines.of(progress -> RewrappingAnswer.of(rewrapping.run(progress::at)));
  }
}
