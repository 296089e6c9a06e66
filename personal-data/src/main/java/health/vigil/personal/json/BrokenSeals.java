package health.vigil.personal.json;

import health.vigil.patient.PatientId;
import health.vigil.personal.key.SealBroken;

/** Is told of each stored value that can not be opened because somebody or something changed it. */
@FunctionalInterface
public interface BrokenSeals {
  /**
   * @param patient whose key sealed it, as far as the stored form says
   * @param property its name
   * @throws SealBroken to have it refused
   */
  void met(PatientId patient, String property, SealBroken failure);
}
