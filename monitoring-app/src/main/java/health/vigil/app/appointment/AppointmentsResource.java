package health.vigil.app.appointment;

import health.vigil.app.idempotency.Answers;
import health.vigil.app.idempotency.Received;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.problem.Fields;
import health.vigil.app.reading.ReadModels;
import health.vigil.app.security.Permitted;
import health.vigil.appointment.AppointmentCommand.RequestAppointment;
import health.vigil.appointment.AppointmentEvent.AppointmentRequested;
import health.vigil.appointment.AppointmentId;
import health.vigil.appointment.PractitionerId;
import health.vigil.patient.PatientId;
import health.vigil.projection.appointment.DayListEntry;
import health.vigil.projection.appointment.FindAppointment;
import health.vigil.refusal.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/appointments")
@Tag(name = "Appointments")
@Produces(MediaType.APPLICATION_JSON)
class AppointmentsResource {
  private final Writes writes;
  private final ReadModels readModels;
  private final Permitted permitted;
  private final BookedPatients booked;
  private final AppointmentConfiguration configuration;

  AppointmentsResource(
      Writes writes,
      ReadModels readModels,
      Permitted permitted,
      BookedPatients booked,
      AppointmentConfiguration configuration) {
    this.writes = writes;
    this.readModels = readModels;
    this.permitted = permitted;
    this.booked = booked;
    this.configuration = configuration;
  }

  @POST
  @Operation(
      summary = "Request an appointment and hold its time",
      description =
          "Lasts 5 minutes to 12 hours. Answers 409 slot-taken, with start and end of what is in"
              + " the way and whose time it is, when practitioner or patient have another"
              + " appointment that overlaps; one may begin where another ends.")
  @APIResponseSchema(value = AppointmentChange.class, responseCode = "201")
  public Response request(@Nullable AppointmentRequest request) {
    AppointmentRequest body = Fields.body(request);
    Recorded recorded = writes.post(body, command(body));
    AppointmentId id = recorded.the(AppointmentRequested.class).appointmentId();
    return Answers.created(
        "/api/v1/appointments/" + id, new AppointmentChange(id, recorded.position()));
  }

  @GET
  @Path("{appointmentId}")
  @Operation(summary = "An appointment as it stands")
  public AppointmentAnswer appointment(
      @PathParam("appointmentId") AppointmentId appointment,
      @QueryParam("minPosition") @Nullable Long minPosition) {
    booked.require(appointment);
    readModels.await(DayListResource.READ_MODEL, minPosition);
    DayListEntry found = readModels.ask(new FindAppointment(appointment), DayListEntry.class);
    if (found == null) {
      throw Refusal.notFound("appointment");
    }
    return AppointmentAnswer.of(found);
  }

  private Function<Received, RequestAppointment> command(AppointmentRequest body) {
    Fields fields = new Fields();
    PatientId patient = fields.required("patientId", body.patientId(), PatientId::new);
    PractitionerId practitioner =
        fields.required("practitionerId", body.practitionerId(), PractitionerId::new);
    Instant start = fields.require("start", body.start());
    Instant end = fields.require("end", body.end());
    fields.throwIfAny();
    permitted.requireOf(patient);
    return received ->
        new RequestAppointment(
            new AppointmentId(received.deriveId("appointment")),
            patient,
            practitioner,
            start,
            end,
            configuration.timeZone(),
            body.service(),
            body.reason(),
            received.at());
  }
}
