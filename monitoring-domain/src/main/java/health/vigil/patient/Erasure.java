package health.vigil.patient;

import health.vigil.patient.PatientCommand.ConfirmErasure;
import health.vigil.patient.PatientCommand.RequestErasure;
import health.vigil.patient.PatientCommand.RestoreErasure;
import health.vigil.patient.PatientCommand.WithdrawErasure;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Leads to a patient's erasure, which takes two people. The patient is erased and the claim on the
 * medical record number released in one append; the patient is locked before the claim. Every
 * command is refused as not found for an unknown patient.
 */
final class Erasure {
  @CommandHandler
  void handle(RequestErasure command, Repository<Patient> patients) {
    ErasureRules.check(command.reference());
    new PatientFile(patients)
        .load(command.patientId())
        .execute(patient -> patient.requestErasure(command));
  }

  @CommandHandler
  void handle(WithdrawErasure command, Repository<Patient> patients) {
    new PatientFile(patients)
        .load(command.patientId())
        .execute(patient -> patient.withdrawErasure(command.withdrawnBy(), command.at()));
  }

  @CommandHandler
  void handle(ConfirmErasure command, Repository<Patient> patients, Repository<MrnClaim> claims) {
    Aggregate<Patient> patient = new PatientFile(patients).load(command.patientId());
    MrnClaimId claim = patient.invoke(Patient::claim);
    patient.execute(confirmed -> confirmed.confirmErasure(command.confirmedBy(), command.at()));
    new PatientRegistry(patients, claims).release(claim, command.patientId(), command.at());
  }

  /** Does nothing when the log tells of the erasure already. */
  @CommandHandler
  void handle(RestoreErasure command, Repository<Patient> patients, Repository<MrnClaim> claims) {
    Aggregate<Patient> patient = new PatientFile(patients).load(command.patientId());
    if (patient.invoke(Patient::isErased)) {
      return;
    }
    MrnClaimId claim = patient.invoke(Patient::claim);
    patient.execute(restored -> restored.restoreErasure(command));
    new PatientRegistry(patients, claims).release(claim, command.patientId(), command.at());
  }
}
