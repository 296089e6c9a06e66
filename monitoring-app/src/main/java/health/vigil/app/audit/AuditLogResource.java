package health.vigil.app.audit;

import health.vigil.app.progress.ProgressLines;
import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Reads the log itself: it is never behind. An auditor looks at everybody's events, so personal
 * data is masked as on the live stream; a patient's own record shows it.
 */
@Path("/api/v1/audit/log")
@Tag(name = "Audit")
class AuditLogResource {
  private final AuditLog log;
  private final Ndjson ndjson;

  AuditLogResource(AuditLog log, Ndjson ndjson) {
    this.log = log;
    this.ndjson = ndjson;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "The events of the log, in its order",
      description =
          "Personal data is masked. A page goes over a bounded stretch of the log, so it may be"
              + " short, or empty, and still have a next; the last page has none. With Accept:"
              + " application/x-ndjson an event a line, and the next page in a Link header.")
  public Page<LogEntry> page(@BeanParam LogFilter filter, @BeanParam PageRequest page) {
    return log.page(filter, page);
  }

  @GET
  @Produces(ProgressLines.IF_ASKED_FOR)
  @Operation(hidden = true)
  public Response lines(
      @BeanParam LogFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
    Page<LogEntry> found = log.page(filter, page);
    Response.ResponseBuilder answer =
        Response.ok(ndjson.lines(found.items()), ProgressLines.MEDIA_TYPE);
    String next = found.next();
    return next == null ? answer.build() : answer.header(HttpHeaders.LINK, link(uri, next)).build();
  }

  private static String link(UriInfo uri, String next) {
    var there = uri.getRequestUriBuilder().replaceQueryParam("cursor", next).build();
    return "<" + there.getRawPath() + "?" + there.getRawQuery() + ">; rel=\"next\"";
  }
}
