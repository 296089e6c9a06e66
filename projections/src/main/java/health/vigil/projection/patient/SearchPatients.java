package health.vigil.projection.patient;

import health.vigil.patient.PersonalData;
import health.vigil.ward.WardId;
import org.jspecify.annotations.Nullable;

/**
 * Searches the directory, answered with a {@link PatientPage}; all criteria that are given hold.
 *
 * @param mrn the whole number
 * @param name the beginnings of words of the family or given name or the label, whatever their case
 *     and accents; all of them match
 * @param within null for the whole hospital
 * @param limit at least 1
 * @param cursor null for the first page; refused when whom it names is not within
 */
public record SearchPatients(
    @PersonalData @Nullable String mrn,
    @PersonalData @Nullable String name,
    @Nullable WardId ward,
    @Nullable PatientStatus status,
    @Nullable Within within,
    int limit,
    @Nullable String cursor) {
  @Override
  public String toString() {
    return "SearchPatients[ward=" + ward + ", status=" + status + ", limit=" + limit + "]";
  }
}
