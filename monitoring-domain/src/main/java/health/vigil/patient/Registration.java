package health.vigil.patient;

import health.vigil.patient.PatientCommand.IdentifyPatient;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientCommand.RegisterUnidentifiedPatient;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Makes patients known. A patient and the claim on the medical record number are one append, so
 * that neither exists without the other; the patient is locked before the claim.
 */
final class Registration {
  @CommandHandler
  PatientId handle(
      RegisterPatient command, Repository<Patient> patients, Repository<MrnClaim> claims) {
    PatientRegistry registry = new PatientRegistry(patients, claims);
    registry.register(command);
    registry.claim(command);
    return command.patientId();
  }

  @CommandHandler
  PatientId handle(RegisterUnidentifiedPatient command, Repository<Patient> patients)
      throws Exception {
    DemographicsRules.checkTemporaryLabel(command.temporaryLabel());
    PatientId id = command.patientId();
    patients
        .loadOrCreate(id.value(), Patient::new)
        .execute(
            patient -> patient.registerUnidentified(id, command.temporaryLabel(), command.at()));
    return id;
  }

  /** Refused as not found for an unknown patient. */
  @CommandHandler
  void handle(IdentifyPatient command, Repository<Patient> patients, Repository<MrnClaim> claims) {
    DemographicsRules.check(command.demographics(), command.at());
    new PatientFile(patients)
        .load(command.patientId())
        .execute(
            patient ->
                patient.identify(command.mrnClaimId(), command.demographics(), command.at()));
    new PatientRegistry(patients, claims)
        .claim(command.mrnClaimId(), command.patientId(), command.at());
  }
}
