package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import health.vigil.ward.WardId;
import java.util.Map;
import java.util.Optional;

/**
 * Where some patients lie.
 *
 * @param wards of those that the directory knows; empty for who lies nowhere
 */
public record Whereabouts(Map<PatientId, Optional<WardId>> wards) {
  public Whereabouts {
    wards = Map.copyOf(wards);
  }
}
