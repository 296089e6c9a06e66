package health.vigil.patient;

import health.vigil.patient.PatientCommand.IdentifyPatient;
import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.patient.PatientCommand.RegisterUnidentifiedPatient;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/**
 * Makes patients known. A patient and the claim on the medical record number are one append, so
 * that neither exists without the other; the patient is locked before the claim.
 */
final class Registration {
  @CommandHandler
  PatientId handle(
      RegisterPatient command, Repository<Patient> patients, Repository<MrnClaim> claims)
      throws Exception {
    DemographicsRules.check(command.demographics(), command.at());
    PatientId id = command.patientId();
    patients
        .loadOrCreate(id.value(), Patient::new)
        .execute(
            patient ->
                patient.register(id, command.mrnClaimId(), command.demographics(), command.at()));
    claim(command.mrnClaimId(), id, command.at(), claims);
    return id;
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
  void handle(IdentifyPatient command, Repository<Patient> patients, Repository<MrnClaim> claims)
      throws Exception {
    DemographicsRules.check(command.demographics(), command.at());
    new PatientFile(patients)
        .load(command.patientId())
        .execute(
            patient ->
                patient.identify(command.mrnClaimId(), command.demographics(), command.at()));
    claim(command.mrnClaimId(), command.patientId(), command.at(), claims);
  }

  /**
   * Two clients may both find the number free; the store then refuses the second append, and the
   * command bus tries that command again, which finds the claim.
   *
   * @throws Refusal as a conflict {@code mrn-taken}
   */
  private static void claim(
      MrnClaimId id, PatientId patient, Instant at, Repository<MrnClaim> claims) throws Exception {
    claims.loadOrCreate(id.value(), MrnClaim::new).execute(claim -> claim.claim(id, patient, at));
  }
}
