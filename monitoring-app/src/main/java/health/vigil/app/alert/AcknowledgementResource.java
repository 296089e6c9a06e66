package health.vigil.app.alert;

import health.vigil.alert.AlertCommand.AcknowledgeAlert;
import health.vigil.alert.AlertEvent.AlertAcknowledged;
import health.vigil.alert.AlertId;
import health.vigil.app.idempotency.NoBody;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/alerts/{alertId}/acknowledgement")
@Tag(name = "Alerts")
class AcknowledgementResource {
  private final Writes writes;

  AcknowledgementResource(Writes writes) {
    this.writes = writes;
  }

  @POST
  @Operation(
      summary = "Acknowledge an alert",
      description =
          "Escalation stops at once. The alert is over when its condition is gone, at once when it"
              + " was gone before. Answers 409 already-acknowledged or alert-over.")
  public AlertAcknowledgement acknowledge(@PathParam("alertId") AlertId alert) {
    Recorded recorded =
        writes.post(NoBody.NONE, received -> new AcknowledgeAlert(alert, received.at()));
    return new AlertAcknowledgement(
        alert, recorded.the(AlertAcknowledged.class).at(), recorded.position());
  }
}
