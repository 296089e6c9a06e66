package health.vigil.app.operations;

import health.vigil.app.progress.ProgressLines;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/operations/projections")
@Tag(name = "Operations")
class ProjectionsResource {
  private final Projections projections;
  private final ProgressLines lines;

  ProjectionsResource(Projections projections, ProgressLines lines) {
    this.projections = projections;
    this.lines = lines;
  }

  @GET
  @Operation(summary = "The read models: version, position, and what is being done to them")
  public ProjectionsAnswer all() {
    return new ProjectionsAnswer(projections.all());
  }

  @GET
  @Path("/{name}")
  @Operation(summary = "One read model")
  public ProjectionAnswer one(@PathParam("name") String name) {
    return projections.one(name);
  }

  @POST
  @Path("/{name}/rebuild")
  @ResponseStatus(202)
  @Operation(
      summary = "Rebuild a read model from the log, beside the one that is served",
      description =
          "Answers at once. When the rebuild has caught up it takes the other's place in one"
              + " transaction; until then, and when it fails, what was served still is. Nothing is"
              + " sent, scheduled or escalated.")
  public RunAnswer rebuild(@PathParam("name") String name) {
    return projections.rebuild(name);
  }

  @POST
  @Path("/{name}/verification")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Whether a read model is what its handlers make of the log",
      description =
          "Replays the log beside what is served and compares every row. Changes nothing. With"
              + " Accept: application/x-ndjson a line every half second tells how far it is, and the"
              + " last the result.")
  public ComparisonAnswer verify(@PathParam("name") String name) {
    return projections.verify(name, (done, of) -> {});
  }

  @POST
  @Blocking
  @Path("/{name}/verification")
  @Produces(ProgressLines.IF_ASKED_FOR)
  @Operation(hidden = true)
  public Multi<byte[]> follow(@PathParam("name") String name) {
    projections.one(name);
    return lines.of(progress -> projections.verify(name, progress::at));
  }
}
