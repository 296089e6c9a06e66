package health.vigil.patient;

import health.vigil.patient.PatientCommand.RegisterPatient;
import health.vigil.refusal.Refusal;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Makes patients known within the unit of work of a command: all of it is one append. Every patient
 * of the command is locked before the first claim, each in the order of their ids.
 */
public final class PatientRegistry {
  private final Repository<Patient> patients;
  private final Repository<MrnClaim> claims;

  public PatientRegistry(Repository<Patient> patients, Repository<MrnClaim> claims) {
    this.patients = patients;
    this.claims = claims;
  }

  /**
   * The patient alone; {@link #claim(RegisterPatient)} belongs to the same append.
   *
   * @throws Refusal naming the fields that are not acceptable, as a conflict {@code
   *     already-registered}
   */
  public void register(RegisterPatient command) {
    DemographicsRules.check(command.demographics(), command.at());
    PatientId id = command.patientId();
    loaded(() -> patients.loadOrCreate(id.value(), Patient::new))
        .execute(
            patient ->
                patient.register(id, command.mrnClaimId(), command.demographics(), command.at()));
  }

  /**
   * @throws Refusal as a conflict {@code mrn-taken}
   */
  public void claim(RegisterPatient command) {
    claim(command.mrnClaimId(), command.patientId(), command.at());
  }

  /**
   * Two clients may both find the number free; the store then refuses the second append, and the
   * command bus tries that command again, which finds the claim.
   */
  void claim(MrnClaimId id, PatientId patient, Instant at) {
    loaded(() -> claims.loadOrCreate(id.value(), MrnClaim::new))
        .execute(claim -> claim.claim(id, patient, at));
  }

  /**
   * The number is free for the next claim.
   *
   * @param id null of a patient who has no number: nothing happens
   */
  void release(@Nullable MrnClaimId id, PatientId patient, Instant at) {
    if (id != null) {
      claims.load(id.value()).execute(claim -> claim.release(patient, at));
    }
  }

  private static <T> T loaded(Callable<T> loading) {
    try {
      return loading.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("an aggregate could not be created", e);
    }
  }
}
