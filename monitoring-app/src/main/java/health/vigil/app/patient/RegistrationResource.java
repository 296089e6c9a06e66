package health.vigil.app.patient;

import health.vigil.app.idempotency.Answers;
import health.vigil.app.idempotency.Received;
import health.vigil.app.idempotency.Recorded;
import health.vigil.app.idempotency.Writes;
import health.vigil.app.problem.Fields;
import health.vigil.patient.Demographics;
import health.vigil.patient.PatientCommand.IdentifyPatient;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientCommand.RegisterUnidentifiedPatient;
import health.vigil.patient.PatientEvent;
import health.vigil.patient.PatientId;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/patients")
@Tag(name = "Patients")
@Produces(MediaType.APPLICATION_JSON)
class RegistrationResource {
  private final Writes writes;
  private final RegisteredPatients patients;

  RegistrationResource(Writes writes, RegisteredPatients patients) {
    this.writes = writes;
    this.patients = patients;
  }

  @POST
  @Operation(
      summary = "Register a patient",
      description = "Answers 409 mrn-taken when the medical record number belongs to another.")
  @APIResponseSchema(value = PatientRegistration.class, responseCode = "201")
  public Response register(@Nullable RegistrationRequest request) {
    RegistrationRequest patient = Fields.body(request);
    Recorded recorded = writes.post(patient, received -> registration(patient, received));
    PatientId id = recorded.the(PatientEvent.class).patientId();
    return Answers.created(
        "/api/v1/patients/" + id, new PatientRegistration(id, recorded.position()));
  }

  @POST
  @Path("{patientId}/identification")
  @Operation(
      summary = "Say who an unidentified patient is",
      description = "Answers 409 already-identified or mrn-taken.")
  public PatientRegistration identify(
      @PathParam("patientId") PatientId patient, @Nullable IdentificationRequest request) {
    Demographics demographics = Fields.body(request).demographics();
    Recorded recorded =
        writes.post(
            Fields.body(request),
            received ->
                new IdentifyPatient(
                    patient, patients.claimOn(demographics.mrn()), demographics, received.at()));
    return new PatientRegistration(patient, recorded.position());
  }

  private Object registration(RegistrationRequest request, Received received) {
    PatientId id = new PatientId(received.deriveId("patient"));
    if (request.namesNobody()) {
      return new RegisterUnidentifiedPatient(id, request.label(), received.at());
    }
    Demographics demographics = request.demographics();
    return new RegisterPatient(
        id, patients.claimOn(demographics.mrn()), demographics, received.at());
  }
}
