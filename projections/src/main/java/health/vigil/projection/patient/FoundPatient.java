package health.vigil.projection.patient;

import health.vigil.patient.PatientId;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A patient of the directory with the identity opened; in the order of lists. */
record FoundPatient(PatientId id, Identity identity, PatientEntry.@Nullable PresentStay stay)
    implements Comparable<FoundPatient> {
  private static final Comparator<FoundPatient> BY_NAME =
      Comparator.<FoundPatient, String>comparing(found -> found.identity().first())
          .thenComparing(found -> found.identity().second())
          .thenComparing(found -> found.id().value());

  PatientEntry entry() {
    return new PatientEntry(id, identity.demographics(), identity.label(), stay);
  }

  @Override
  public int compareTo(FoundPatient other) {
    return BY_NAME.compare(this, other);
  }

  @Override
  public String toString() {
    return "FoundPatient[" + id + "]";
  }
}
