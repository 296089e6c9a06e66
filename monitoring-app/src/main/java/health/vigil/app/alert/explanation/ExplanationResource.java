package health.vigil.app.alert.explanation;

import health.vigil.alert.AlertId;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads the log itself: it is never behind. */
@Path("/api/v1/alerts/{alertId}/explanation")
@Tag(name = "Alerts")
class ExplanationResource {
  private final AlertLog log;
  private final MonitoringRules rules;

  ExplanationResource(AlertLog log, MonitoringRules rules) {
    this.log = log;
    this.rules = rules;
  }

  @GET
  @Operation(
      summary = "Why an alert fired, and what followed",
      description =
          "In words, each with what it rests on; what was known then, and apart from it what is"
              + " known now. Read from the log alone. Tells no names and no free text.")
  public Explanation explanation(@PathParam("alertId") AlertId alertId) {
    long position = log.head();
    AlertStory alert = log.alert(alertId, position);
    if (alert == null) {
      throw Refusal.notFound("alert");
    }
    Telling telling =
        alert.isOfSilence()
            ? Telling.ofSilence(alert, log.silence(alert, position), rules)
            : Telling.ofBreaches(alert, log.monitoring(alert, position), rules);
    return telling.explain(position);
  }
}
