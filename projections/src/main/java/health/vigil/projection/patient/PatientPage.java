package health.vigil.projection.patient;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of patients by family and given name.
 *
 * @param next the cursor of the page that follows, null on the last
 */
public record PatientPage(List<PatientEntry> patients, @Nullable String next) {
  public PatientPage {
    patients = List.copyOf(patients);
  }
}
