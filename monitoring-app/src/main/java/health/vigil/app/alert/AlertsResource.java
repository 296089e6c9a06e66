package health.vigil.app.alert;

import health.vigil.alert.AlertId;
import health.vigil.alert.Presence;
import health.vigil.alert.Priority;
import health.vigil.app.problem.Fields;
import health.vigil.app.reading.Page;
import health.vigil.app.reading.PageRequest;
import health.vigil.app.reading.ReadModels;
import health.vigil.app.security.Permitted;
import health.vigil.app.security.Wards;
import health.vigil.projection.alert.AlertInbox;
import health.vigil.projection.alert.FindAlert;
import health.vigil.projection.alert.FindAlertInbox;
import health.vigil.projection.alert.InboxAlert;
import health.vigil.refusal.Refusal;
import health.vigil.ward.WardId;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/alerts")
@Tag(name = "Alerts")
class AlertsResource {
  private static final String READ_MODEL = "alert-inbox";

  private final ReadModels readModels;
  private final Permitted permitted;

  AlertsResource(ReadModels readModels, Permitted permitted) {
    this.readModels = readModels;
    this.permitted = permitted;
  }

  @GET
  @Operation(
      summary = "The alert inbox",
      description =
          "Open alerts first, of these the most urgent first, then the newest; after them what is"
              + " over, the newest first. Of the actor's wards unless one is named.")
  public Page<AlertAnswer> inbox(
      @Parameter(description = "Where the patient lies, or lay when the alert ended")
          @QueryParam("ward")
          @Nullable String ward,
      @Parameter(description = "ON, LATCHED, ACK or OFF; may be given more than once")
          @QueryParam("presence")
          List<String> presences,
      @Parameter(description = "HIGH, MEDIUM or LOW; may be given more than once")
          @QueryParam("priority")
          List<String> priorities,
      @BeanParam PageRequest page,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    FindAlertInbox query =
        new FindAlertInbox(
            wards(known(ward)),
            Choices.of("presence", presences, Presence.class),
            Choices.of("priority", priorities, Priority.class),
            page.limit(),
            page.cursor());
    readModels.await(READ_MODEL, minPosition);
    AlertInbox found = readModels.ask(query, AlertInbox.class);
    return Page.of(found.alerts().stream().map(AlertAnswer::of).toList(), found.next());
  }

  @GET
  @Path("{alertId}")
  @Operation(summary = "An alert as it stands")
  public AlertAnswer alert(
      @PathParam("alertId") AlertId alert, @QueryParam("minPosition") @Nullable Long minPosition) {
    readModels.await(READ_MODEL, minPosition);
    @Nullable InboxAlert found = readModels.ask(new FindAlert(alert), InboxAlert.class);
    if (found == null) {
      throw Refusal.notFound("alert");
    }
    return AlertAnswer.of(found);
  }

  /** Null for all: who has the whole hospital. */
  private @Nullable Set<WardId> wards(@Nullable WardId asked) {
    if (asked != null) {
      permitted.requireIn(asked);
      return Set.of(asked);
    }
    Wards own = permitted.wards();
    return own.all() ? null : own.named();
  }

  private static @Nullable WardId known(@Nullable String ward) {
    Fields fields = new Fields();
    String named = ward == null || ward.isBlank() ? null : ward;
    WardId known = fields.convert("ward", named, WardId::new);
    fields.throwIfAny();
    return known;
  }
}
