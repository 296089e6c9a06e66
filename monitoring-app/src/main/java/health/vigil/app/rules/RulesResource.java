package health.vigil.app.rules;

import health.vigil.app.reading.PageRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/operations/rules")
@Tag(name = "Operations")
class RulesResource {
  private final Rules rules;

  RulesResource(Rules rules) {
    this.rules = rules;
  }

  @GET
  @Operation(
      summary = "The rules by which patients are judged, now and before",
      description =
          "Monitoring, escalation, appointments and what is recorded of devices, as the log says:"
              + " each change with who answers for it, and why. Rules are changed where Vigil is"
              + " configured, at a start.")
  public RulesAnswer rules(@BeanParam PageRequest page) {
    return rules.page(page);
  }
}
