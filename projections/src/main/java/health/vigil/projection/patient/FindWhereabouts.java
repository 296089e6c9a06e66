package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import java.util.Set;

/** Asks where some patients lie, answered with {@link Whereabouts}: one look for all of them. */
public record FindWhereabouts(Set<PatientId> patients) {
  public FindWhereabouts {
    patients = Set.copyOf(patients);
  }
}
