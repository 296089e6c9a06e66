package health.vigil.app.access;

import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/audit/access")
@Tag(name = "Audit")
class AccessLogResource {
  private final AccessLog log;

  AccessLogResource(AccessLog log) {
    this.log = log;
  }

  @GET
  @Operation(
      summary = "Who asked for what, the newest first",
      description =
          "Every request of somebody known, also one that was denied: ids, and nothing else of whom"
              + " it was about. Of a look at a ward the ward is told, of a search each patient whom"
              + " it showed.")
  public Page<AccessEntry> page(@BeanParam AccessQuery query, @BeanParam PageRequest page) {
    return log.page(query, page);
  }
}
