package health.vigil.app.stay;

import health.vigil.app.idempotency.NoBody;
import health.vigil.app.idempotency.Received;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.place.ChangedPlaces;
import health.vigil.app.problem.Fields;
import health.vigil.app.security.Permitted;
import health.vigil.app.ward.Beds;
import health.vigil.patient.PatientId;
import health.vigil.stay.PauseReason;
import health.vigil.stay.StayCommand;
import health.vigil.stay.StayCommand.AdmitPatient;
import health.vigil.stay.StayCommand.DischargePatient;
import health.vigil.stay.StayCommand.PauseStay;
import health.vigil.stay.StayCommand.SwapBeds;
import health.vigil.stay.StayCommand.TransferPatient;
import health.vigil.stay.StayId;
import health.vigil.ward.BedId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients/{patientId}")
@Tag(name = "Stays")
class StayResource {
  private final Writes writes;
  private final Permitted permitted;
  private final ChangedPlaces changed;

  StayResource(Writes writes, Permitted permitted, ChangedPlaces changed) {
    this.writes = writes;
    this.permitted = permitted;
    this.changed = changed;
  }

  @POST
  @Path("admission")
  @Operation(
      summary = "Admit a patient to a bed",
      description = "Answers 409 bed-taken or already-admitted.")
  public StayAnswer admit(
      @PathParam("patientId") PatientId patient, @Nullable AdmissionRequest request) {
    AdmissionRequest admission = Fields.body(request);
    BedId bed = bed(admission.ward(), admission.bed());
    permitted.requireIn(bed.ward());
    return answer(
        patient,
        admission,
        received ->
            new AdmitPatient(
                patient,
                new StayId(received.deriveId("stay")),
                bed,
                Objects.requireNonNullElse(admission.admittedAt(), received.at()),
                received.at()));
  }

  @POST
  @Path("transfer")
  @Operation(
      summary = "Move a patient to another bed",
      description =
          "Of any ward: who may move a patient out of a ward decides where to. Answers 409 bed-taken"
              + " or not-admitted.")
  public StayAnswer transfer(
      @PathParam("patientId") PatientId patient, @Nullable TransferRequest request) {
    TransferRequest transfer = Fields.body(request);
    BedId bed = bed(transfer.ward(), transfer.bed());
    return answer(patient, transfer, received -> new TransferPatient(patient, bed, received.at()));
  }

  @POST
  @Path("bed-swap")
  @Operation(
      summary = "Let two patients change beds",
      description = "Both must lie in a ward of the actor's. Answers 409 not-admitted.")
  public StayAnswer swap(
      @PathParam("patientId") PatientId patient, @Nullable BedSwapRequest request) {
    BedSwapRequest swap = Fields.body(request);
    Fields fields = new Fields();
    PatientId other = fields.required("otherPatientId", swap.otherPatientId(), PatientId::new);
    fields.throwIfAny();
    permitted.requireOf(other);
    StayAnswer swapped =
        answer(patient, swap, received -> new SwapBeds(patient, other, received.at()));
    changed.of(other);
    return swapped;
  }

  @POST
  @Path("pause")
  @Operation(
      summary = "Say that a patient is not observed for a while",
      description = "No observation is overdue until the pause ends. Answers 409 not-admitted.")
  public StayAnswer pause(
      @PathParam("patientId") PatientId patient, @Nullable PauseRequest request) {
    PauseRequest pause = Fields.body(request);
    Fields fields = new Fields();
    PauseReason reason = fields.require("reason", pause.reason());
    Instant until = fields.require("until", pause.until());
    fields.throwIfAny();
    return answer(patient, pause, received -> new PauseStay(patient, reason, until, received.at()));
  }

  @POST
  @Path("discharge")
  @Operation(summary = "Discharge a patient", description = "Answers 409 not-admitted.")
  public StayAnswer discharge(@PathParam("patientId") PatientId patient) {
    return answer(patient, NoBody.NONE, received -> new DischargePatient(patient, received.at()));
  }

  private StayAnswer answer(
      PatientId patient, Object body, Function<Received, StayCommand> command) {
    Recorded recorded = writes.post(body, command);
    changed.of(patient);
    return StayAnswer.of(patient, recorded);
  }

  private static BedId bed(@Nullable String ward, @Nullable String name) {
    Fields fields = new Fields();
    BedId bed = Beds.of(fields, ward, name);
    fields.throwIfAny();
    return Objects.requireNonNull(bed);
  }
}
