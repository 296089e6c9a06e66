package health.vigil.app.audit;

import health.vigil.app.audit.AuditPlaces.Place;
import health.vigil.app.audit.Verifications.Part;
import health.vigil.app.progress.ProgressLines;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/audit/verification")
@Tag(name = "Audit")
class VerificationResource {
  private final Verifications verifications;
  private final AuditPlaces places;
  private final ProgressLines lines;

  VerificationResource(Verifications verifications, AuditPlaces places, ProgressLines lines) {
    this.verifications = verifications;
    this.places = places;
    this.lines = lines;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Whether the log is as it was recorded: complete, in order and unchanged",
      description =
          "Compares it with the checkpoints that this node has signed. An auditor who does not trust"
              + " the application verifies an export, or the database itself. With Accept:"
              + " application/x-ndjson a line every half second tells how far it is, and the last"
              + " the result.")
  public VerificationAnswer verify(
      @Parameter(description = "The first position; 1 unless given") @QueryParam("from")
          @Nullable Long from,
      @Parameter(description = "The last position; that of the newest event unless given")
          @QueryParam("to")
          @Nullable Long to)
      throws InterruptedException {
    Part part = verifications.part(from, to);
    Place place = places.take();
    try {
      return verifications.verify(part, (position, last) -> {});
    } finally {
      place.leave();
    }
  }

  @GET
  @Blocking
  @Produces(ProgressLines.IF_ASKED_FOR)
  @Operation(hidden = true)
  public Multi<byte[]> follow(
      @QueryParam("from") @Nullable Long from, @QueryParam("to") @Nullable Long to) {
    Part part = verifications.part(from, to);
    // Taken before the answer begins: a stream that fails at once is answered with nothing.
    return follow(part, places.take());
  }

  private Multi<byte[]> follow(Part part, Place place) {
    long before = part.first() - 1;
    return lines.of(
        progress ->
            verifications.verify(
                part, (position, last) -> progress.at(position - before, last - before)),
        place::leave);
  }
}
