package health.vigil.app.erasure;

import health.vigil.app.idempotency.NoBody;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.problem.Fields;
import health.vigil.app.security.CurrentActor;
import health.vigil.patient.ErasureReason;
import health.vigil.patient.PatientCommand.ConfirmErasure;
import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientCommand.WithdrawErasure;
import health.vigil.patient.PatientEvent.PatientErased;
import health.vigil.patient.PatientId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients/{patientId}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
class ErasureResource {
  private static final String PENDING =
      "The key is being destroyed, and the erasure noted in the ledger.";

  private final Writes writes;
  private final CurrentActor actors;
  private final ErasureReader reader;
  private final Erasures erasures;
  private final ComingAppointments appointments;

  ErasureResource(
      Writes writes,
      CurrentActor actors,
      ErasureReader reader,
      Erasures erasures,
      ComingAppointments appointments) {
    this.writes = writes;
    this.actors = actors;
    this.reader = reader;
    this.erasures = erasures;
    this.appointments = appointments;
  }

  @GET
  @Operation(summary = "How far a patient's erasure is")
  public ErasureAnswer erasure(@PathParam("patientId") PatientId patient) {
    return reader.of(patient);
  }

  @POST
  @Operation(
      summary = "Ask that everything that tells who a patient is be erased",
      description =
          "Another supervisor confirms it within seven days. Answers 409 still-admitted,"
              + " appointments-ahead, erasure-requested-already or patient-erased.")
  @APIResponseSchema(value = ErasureAnswer.class, responseCode = "202")
  public Response request(
      @PathParam("patientId") PatientId patient, @Nullable ErasureRequest request) {
    ErasureRequest asked = Fields.body(request);
    Fields fields = new Fields();
    ErasureReason reason = fields.require("reason", asked.reason());
    fields.throwIfAny();
    appointments.requireNone(patient);
    Recorded recorded =
        writes.post(
            asked,
            received ->
                new RequestErasure(
                    patient, reason, asked.reference(), actors.current().id(), received.at()));
    return Response.accepted(reader.at(patient, recorded.position())).build();
  }

  @POST
  @Path("confirmation")
  @Operation(
      summary = "Confirm an erasure that another has asked for: it is done at once, and for good",
      description =
          "Answers 202, with what is left in pending, when the erasure is recorded and its key or"
              + " the ledger can not be reached at the moment: it is done as soon as they can."
              + " Answers 409 second-person-needed, erasure-not-requested, still-admitted,"
              + " appointments-ahead or patient-erased.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureAnswer.class)))
  @APIResponse(
      responseCode = "202",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ErasureAnswer.class)))
  public Response confirm(@PathParam("patientId") PatientId patient) {
    appointments.requireNone(patient);
    Recorded recorded =
        writes.post(
            NoBody.NONE,
            received -> new ConfirmErasure(patient, actors.current().id(), received.at()));
    erasures.apply(List.of(recorded.the(PatientErased.class)));
    ErasureAnswer answer = reader.at(patient, recorded.position());
    return erasures.isDone(patient)
        ? Response.ok(answer).build()
        : Response.accepted(answer.pending(PENDING)).build();
  }

  @POST
  @Path("withdrawal")
  @Operation(
      summary = "Take back a request for an erasure",
      description = "Answers 409 erasure-not-requested or patient-erased.")
  public ErasureAnswer withdraw(@PathParam("patientId") PatientId patient) {
    Recorded recorded =
        writes.post(
            NoBody.NONE,
            received -> new WithdrawErasure(patient, actors.current().id(), received.at()));
    return reader.at(patient, recorded.position());
  }
}
