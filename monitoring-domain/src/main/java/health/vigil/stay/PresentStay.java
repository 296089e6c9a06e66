package health.vigil.stay;

import health.vigil.patient.Patient;
import health.vigil.patient.PatientFile;
import health.vigil.patient.PatientId;
import health.vigil.ward.BedFile.Occupant;
import health.vigil.ward.BedId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * A patient, loaded and locked with the present stay.
 *
 * @param bed as it was before the command
 */
record PresentStay(PatientId patient, StayId stay, BedId bed, Aggregate<Stay> aggregate) {
  /**
   * Loads a patient and the patient's stay. Refused as not found, or as a conflict {@code
   * not-admitted} or {@code patient-erased}.
   */
  static PresentStay of(PatientId patient, Repository<Patient> patients, Repository<Stay> stays) {
    StayId stay = new PatientFile(patients).stayOf(patient);
    Aggregate<Stay> aggregate = stays.load(stay.value());
    return new PresentStay(patient, stay, aggregate.invoke(Stay::bed), aggregate);
  }

  /** As {@link #of}, for two patients, in the order of their ids. */
  static List<PresentStay> ofBoth(
      PatientId one, PatientId other, Repository<Patient> patients, Repository<Stay> stays) {
    return Stream.of(one, other)
        .sorted(Comparator.comparing(PatientId::value))
        .map(patient -> of(patient, patients, stays))
        .toList();
  }

  Occupant occupant() {
    return new Occupant(stay, patient);
  }
}
