package health.vigil.patient;

/** A message about one patient; the patient's history and audit are found by it. */
public interface ConcernsPatient {
  PatientId patientId();
}
