package health.vigil.app.appointment;

import health.vigil.app.idempotency.NoBody;
import health.vigil.app.idempotency.Received;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.problem.Fields;
import health.vigil.appointment.AppointmentCommand;
import health.vigil.appointment.AppointmentCommand.CancelAppointment;
import health.vigil.appointment.AppointmentCommand.CheckInPatient;
import health.vigil.appointment.AppointmentCommand.ConfirmAppointment;
import health.vigil.appointment.AppointmentCommand.FulfilAppointment;
import health.vigil.appointment.AppointmentCommand.MarkNoShow;
import health.vigil.appointment.AppointmentCommand.RescheduleAppointment;
import health.vigil.appointment.AppointmentId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/appointments/{appointmentId}")
@Tag(name = "Appointments")
class AppointmentStepsResource {
  private static final String WRONG_STATE =
      "Answers 409 wrong-state, with the present state and those that are accepted.";

  private final Writes writes;
  private final BookedPatients booked;
  private final AppointmentConfiguration configuration;

  AppointmentStepsResource(
      Writes writes, BookedPatients booked, AppointmentConfiguration configuration) {
    this.writes = writes;
    this.booked = booked;
    this.configuration = configuration;
  }

  @POST
  @Path("confirmation")
  @Operation(
      summary = "Confirm a requested appointment",
      description = "From here on a patient who does not come is a no-show. " + WRONG_STATE)
  public AppointmentChange confirm(@PathParam("appointmentId") AppointmentId appointment) {
    return change(
        appointment, NoBody.NONE, received -> new ConfirmAppointment(appointment, received.at()));
  }

  @POST
  @Path("check-in")
  @Operation(summary = "Say that the patient has come", description = WRONG_STATE)
  public AppointmentChange checkIn(@PathParam("appointmentId") AppointmentId appointment) {
    return change(
        appointment, NoBody.NONE, received -> new CheckInPatient(appointment, received.at()));
  }

  @POST
  @Path("fulfilment")
  @Operation(summary = "Say that an appointment took place", description = WRONG_STATE)
  public AppointmentChange fulfil(@PathParam("appointmentId") AppointmentId appointment) {
    return change(
        appointment, NoBody.NONE, received -> new FulfilAppointment(appointment, received.at()));
  }

  @POST
  @Path("reschedule")
  @Operation(
      summary = "Move an appointment to another time",
      description = "Answers 409 slot-taken as a request does; the status stays. " + WRONG_STATE)
  public AppointmentChange reschedule(
      @PathParam("appointmentId") AppointmentId appointment, @Nullable RescheduleRequest request) {
    RescheduleRequest body = Fields.body(request);
    Fields fields = new Fields();
    Instant start = fields.require("start", body.start());
    Instant end = fields.require("end", body.end());
    fields.throwIfAny();
    return change(
        appointment,
        body,
        received ->
            new RescheduleAppointment(
                appointment, start, end, configuration.timeZone(), received.at()));
  }

  @POST
  @Path("cancellation")
  @Operation(
      summary = "Cancel an appointment",
      description = "Its time is free again. " + WRONG_STATE)
  public AppointmentChange cancel(
      @PathParam("appointmentId") AppointmentId appointment,
      @Nullable CancellationRequest request) {
    CancellationRequest body = Fields.body(request);
    Fields fields = new Fields();
    String reason = fields.require("reason", body.reason());
    fields.throwIfAny();
    return change(
        appointment, body, received -> new CancelAppointment(appointment, reason, received.at()));
  }

  @POST
  @Path("no-show")
  @Operation(
      summary = "Say that the patient did not come",
      description =
          "After a grace time it is said by itself. Answers 409 not-started before the start. "
              + WRONG_STATE)
  public AppointmentChange noShow(@PathParam("appointmentId") AppointmentId appointment) {
    return change(
        appointment, NoBody.NONE, received -> new MarkNoShow(appointment, null, received.at()));
  }

  private AppointmentChange change(
      AppointmentId appointment, Object body, Function<Received, AppointmentCommand> command) {
    booked.require(appointment);
    return new AppointmentChange(appointment, writes.post(body, command).position());
  }
}
