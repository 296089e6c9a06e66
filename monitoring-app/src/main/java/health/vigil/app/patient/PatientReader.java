package health.vigil.app.patient;

import health.vigil.app.json.Instants;
import health.vigil.app.reading.ReadModels;
import health.vigil.patient.PatientId;
import health.vigil.projection.patient.FindPatient;
import health.vigil.projection.patient.PatientEntry;
import health.vigil.refusal.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds a patient as of now in the read model, as of an earlier time in the log. */
@Singleton
class PatientReader {
  private final ReadModels readModels;
  private final PatientAsOf earlier;

  PatientReader(ReadModels readModels, PatientAsOf earlier) {
    this.readModels = readModels;
    this.earlier = earlier;
  }

  PatientEntry patient(PatientId patient, @Nullable String asOf) {
    Instant time = Instants.parse("asOf", asOf);
    PatientEntry found =
        time == null
            ? readModels.ask(new FindPatient(patient), PatientEntry.class)
            : earlier.at(patient, time);
    if (found == null) {
      throw Refusal.notFound("patient");
    }
    return found;
  }
}
