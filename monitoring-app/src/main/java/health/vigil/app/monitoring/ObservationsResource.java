package health.vigil.app.monitoring;

import health.vigil.app.idempotency.Answers;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Wish;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.ingest.Readings;
import health.vigil.app.ingest.Taken;
import health.vigil.app.problem.Fields;
import health.vigil.app.security.Permitted;
import health.vigil.monitoring.ExternalScore;
import health.vigil.monitoring.MonitoringCommand.CorrectObservation;
import health.vigil.monitoring.MonitoringCommand.RecordVitalSigns;
import health.vigil.monitoring.MonitoringCommand.RetractObservation;
import health.vigil.monitoring.ObservationId;
import health.vigil.monitoring.vitals.VitalSigns;
import health.vigil.patient.PatientId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients/{patientId}/observations")
@Tag(name = "Observations")
@Produces(MediaType.APPLICATION_JSON)
class ObservationsResource {
  private static final int LONGEST_REASON = 500;
  private static final int HIGHEST_SCORE = 20;

  private static final String OF_A_STREAM = "is required where continuous is true";

  private final Writes writes;
  private final Readings readings;
  private final Permitted permitted;
  private final SendingDevice sender;

  ObservationsResource(
      Writes writes, Readings readings, Permitted permitted, SendingDevice sender) {
    this.writes = writes;
    this.readings = readings;
    this.permitted = permitted;
    this.sender = sender;
  }

  @POST
  @Operation(
      summary = "Record a set of vital signs",
      description =
          "The messageId, or the Idempotency-Key, makes it safe to send a set twice: it is recorded"
              + " once and answered alike. A continuous reading that says nothing new is merged"
              + " into a recorded one and answered 202.")
  @APIResponseSchema(value = ObservationAnswer.class, responseCode = "201")
  @APIResponse(
      responseCode = "202",
      description = "Merged: a reading of a continuous device that says nothing new",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MergedAnswer.class)))
  public Response record(
      @PathParam("patientId") PatientId patient, @Nullable ObservationRequest request) {
    ObservationRequest set = Fields.body(request);
    Fields fields = new Fields();
    VitalSigns values = set.vitalSigns(fields);
    Instant measuredAt = fields.require("measuredAt", set.measuredAt());
    String device = sender.of(fields.optionalText("device", set.device(), 100));
    ExternalScore external = fields.convert("externalScore", set.externalScore(), this::external);
    boolean continuous = Boolean.TRUE.equals(set.continuous());
    fields.check("device", !continuous || hasText(device), OF_A_STREAM);
    fields.check("messageId", !continuous || set.messageId() != null, OF_A_STREAM);
    fields.throwIfAny();
    Wish wish = writes.wish(set, set.messageId());
    RecordVitalSigns command =
        new RecordVitalSigns(
            patient,
            new ObservationId(wish.received().key().eventIdentifier(0)),
            values,
            measuredAt,
            set.messageId(),
            device,
            external,
            wish.received().at());
    return answer(continuous ? readings.take(command, wish) : readings.record(command, wish));
  }

  private static Response answer(Taken taken) {
    if (taken instanceof Taken.MergedInto merged) {
      return Response.accepted(MergedAnswer.of(merged)).build();
    }
    Recorded recorded = ((Taken.InTheLog) taken).recorded();
    return Response.status(Response.Status.CREATED)
        .header(Answers.CORRELATION, recorded.correlationId())
        .entity(ObservationAnswer.ofRecording(recorded))
        .build();
  }

  @POST
  @Path("{observationId}/correction")
  @Operation(
      summary = "Correct a set",
      description = "The original stays visible in the history; the status is judged anew.")
  public ObservationAnswer correct(
      @PathParam("patientId") PatientId patient,
      @PathParam("observationId") ObservationId observation,
      @Nullable CorrectionRequest request) {
    CorrectionRequest correction = Fields.body(request);
    Fields fields = new Fields();
    VitalSigns values = correction.vitalSigns(fields);
    Instant measuredAt = fields.require("measuredAt", correction.measuredAt());
    String reason = fields.text("reason", correction.reason(), LONGEST_REASON);
    fields.throwIfAny();
    return ObservationAnswer.ofCorrection(
        writes.post(
            correction,
            received ->
                new CorrectObservation(
                    patient, observation, values, measuredAt, reason, received.at())));
  }

  @POST
  @Path("{observationId}/retraction")
  @Operation(
      summary = "Mark a set as entered in error, or move it to the right patient",
      description = "An alert that rested on it ends as retracted.")
  public RetractionAnswer retract(
      @PathParam("patientId") PatientId patient,
      @PathParam("observationId") ObservationId observation,
      @Nullable RetractionRequest request) {
    RetractionRequest retraction = Fields.body(request);
    Fields fields = new Fields();
    String reason = fields.text("reason", retraction.reason(), LONGEST_REASON);
    PatientId movedTo = fields.convert("movedTo", retraction.movedTo(), PatientId::new);
    fields.throwIfAny();
    if (movedTo != null) {
      permitted.requireOf(movedTo);
    }
    return RetractionAnswer.of(
        writes.post(
            retraction,
            received ->
                new RetractObservation(
                    patient,
                    observation,
                    reason,
                    movedTo,
                    movedTo == null ? null : new ObservationId(received.key().eventIdentifier(0)),
                    received.at())));
  }

  private static boolean hasText(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private ExternalScore external(int total) {
    if (total < 0 || total > HIGHEST_SCORE) {
      throw new IllegalArgumentException("0 to " + HIGHEST_SCORE);
    }
    return new ExternalScore(total);
  }
}
