package health.vigil.patient;

import health.vigil.refusal.Refusal;
import health.vigil.stay.StayId;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/**
 * What other features may read and change of a patient, within the unit of work of a command: all
 * of it is one append. Every method refuses an unknown patient as not found.
 */
public final class PatientFile {
  private final Repository<Patient> patients;

  public PatientFile(Repository<Patient> patients) {
    this.patients = patients;
  }

  /** The patient as of now; refused as a conflict {@code patient-erased}. */
  public PatientSummary look(PatientId patient) {
    return load(patient).invoke(Patient::summary);
  }

  /**
   * The present stay, which a log restored from before an erasure may show of an erased patient
   * too. Refused as a conflict {@code not-admitted}, or {@code patient-erased} when there is none.
   */
  public StayId stayOf(PatientId patient) {
    return load(patient).invoke(Patient::stay);
  }

  /** Refused as a conflict {@code already-admitted} or {@code patient-erased}. */
  public void openStay(PatientId patient, StayId stay, Instant at) {
    load(patient).execute(found -> found.openStay(stay, at));
  }

  /** Refused as a conflict {@code not-admitted}. */
  public void closeStay(PatientId patient, Instant at) {
    load(patient).execute(found -> found.closeStay(at));
  }

  Aggregate<Patient> load(PatientId patient) {
    try {
      return patients.load(patient.value());
    } catch (AggregateNotFoundException unknown) {
      Refusal refusal = Refusal.notFound("patient");
      refusal.initCause(unknown);
      throw refusal;
    }
  }
}
