package health.vigil.app.audit;

import health.vigil.app.idempotency.Answers;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.problem.Fields;
import health.vigil.app.progress.ProgressLines;
import health.vigil.audit.ExportId;
import health.vigil.audit.LogExportCommand.ExportLog;
import health.vigil.audit.LogExportEvent.LogExported;
import health.vigil.audit.LogPart;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/audit/exports")
@Tag(name = "Audit")
class ExportsResource {
  private final Writes writes;
  private final Exporting exporting;
  private final ExportStreams streams;

  ExportsResource(Writes writes, Exporting exporting, ExportStreams streams) {
    this.writes = writes;
    this.exporting = exporting;
    this.streams = streams;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Export the log, or a part of it",
      description =
          "Records LogExported, and answers with the signed manifest; the events are at"
              + " /audit/exports/ID/events, as often as they are asked for. They are as they are"
              + " stored, personal data included, or nobody could verify them. Answers 409"
              + " no-signing-key when the node has none.")
  @APIResponseSchema(value = ExportAnswer.class, responseCode = "201")
  public Response export(@Nullable ExportRequest request) {
    ExportRequest body = Fields.body(request);
    Fields fields = new Fields();
    String reason = fields.require("reason", body.reason());
    fields.throwIfAny();
    exporting.key();
    LogPart part = exporting.part(body.first(), body.last());
    LogExported recorded =
        writes
            .post(
                body,
                received ->
                    new ExportLog(
                        new ExportId(received.deriveId("export")), part, reason, received.at()))
            .the(LogExported.class);
    return Answers.created(
        "/api/v1/audit/exports/" + recorded.exportId(),
        ExportAnswer.of(exporting.manifest(recorded.exportId().value())));
  }

  @GET
  @Path("{exportId}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The manifest of an export")
  public ExportAnswer manifest(@PathParam("exportId") String export) {
    return ExportAnswer.of(exporting.manifest(export));
  }

  @GET
  @Blocking
  @Path("{exportId}/events")
  @Produces(ProgressLines.MEDIA_TYPE)
  @Operation(
      summary = "The events of an export, one a line",
      description =
          "As docs/reference/log-format.md has them, with which they and the manifest are verified."
              + " The client's own pace is kept.")
  public Multi<byte[]> events(@PathParam("exportId") String export) {
    return streams.of(exporting.partOf(export));
  }
}
