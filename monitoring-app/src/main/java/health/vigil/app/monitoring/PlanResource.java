package health.vigil.app.monitoring;

import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.problem.Fields;
import health.vigil.app.reading.ReadModels;
import health.vigil.monitoring.MonitoringCommand.SetMonitoringPlan;
import health.vigil.monitoring.MonitoringEvent.MonitoringPlanSet;
import health.vigil.monitoring.MonitoringPlan;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.FindPlan;
import health.vigil.projection.patient.PlanInForce;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients/{patientId}/monitoring-plan")
@Tag(name = "Monitoring plan")
@Produces(MediaType.APPLICATION_JSON)
class PlanResource {
  private final Writes writes;
  private final ReadModels readModels;

  PlanResource(Writes writes, ReadModels readModels) {
    this.writes = writes;
    this.readModels = readModels;
  }

  @GET
  @Operation(
      summary = "How a patient is watched",
      description = "Its ETag is what If-Match of a change must hold.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlanAnswer.class)))
  public Response plan(
      @PathParam("patientId") PatientId patient,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    readModels.await("patient-chart", minPosition);
    PlanInForce plan = readModels.ask(new FindPlan(patient), PlanInForce.class);
    if (plan == null) {
      throw Refusal.notFound("monitoring-plan");
    }
    return Response.ok(PlanAnswer.of(plan)).tag(Revision.tag(plan.revision())).build();
  }

  @PUT
  @Operation(
      summary = "Decide how a patient is watched",
      description =
          "A clinician's decision, with a reason. Answers 412 when the plan has changed since it"
              + " was read, 428 without If-Match, 409 not-admitted.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlanChange.class)))
  public Response set(
      @PathParam("patientId") PatientId patient,
      @Parameter(description = "The ETag of the plan that was edited", required = true)
          @HeaderParam(HttpHeaders.IF_MATCH)
          @Nullable String ifMatch,
      @Nullable PlanRequest request) {
    long revision = Revision.expected(ifMatch);
    PlanRequest body = Fields.body(request);
    MonitoringPlan plan = body.plan();
    Recorded recorded =
        writes.put(body, received -> new SetMonitoringPlan(patient, plan, revision, received.at()));
    MonitoringPlanSet set = recorded.the(MonitoringPlanSet.class);
    PlanChange change =
        new PlanChange(
            patient, set.planRevision(), set.status().nextObservationDue(), recorded.position());
    return Response.ok(change).tag(Revision.tag(set.planRevision())).build();
  }
}
