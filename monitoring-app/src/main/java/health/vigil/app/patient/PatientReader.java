package health.vigil.app.patient;

import health.vigil.app.past.Past;
import health.vigil.app.reading.ReadModels;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.FindPatient;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds a patient as of now in the read model, as of an earlier time in the log. */
@Singleton
class PatientReader {
  private final ReadModels readModels;
  private final Past past;
  private final PastPatients earlier;

  PatientReader(ReadModels readModels, Past past, PastPatients earlier) {
    this.readModels = readModels;
    this.past = past;
    this.earlier = earlier;
  }

  PatientEntry patient(PatientId patient) {
    return known(readModels.ask(new FindPatient(patient), PatientEntry.class));
  }

  PastPatient patient(PatientId patient, String asOf) {
    return known(earlier.at(patient, past.at(asOf)));
  }

  private static <T> T known(@Nullable T patient) {
    if (patient == null) {
      throw Refusal.notFound("patient");
    }
    return patient;
  }
}
