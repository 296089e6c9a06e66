package health.vigil.app.fhir.reading;

import health.vigil.app.fhir.reading.ReadResult.Read;
import health.vigil.app.fhir.reading.ReadResult.Refused;
import org.hl7.fhir.r4.model.Patient;

/** Says what a Patient tells of who somebody is; everything else in it is not kept. */
public final class PatientReader {
  private final MrnSystems systems;

  /**
   * @param systems whose identifiers may be the medical record number
   */
  public PatientReader(MrnSystems systems) {
    this.systems = systems;
  }

  /**
   * @param resource a Patient
   */
  public ReadResult<ReadPatient> read(FhirResource resource) {
    Issues issues = new Issues();
    ReadPatient read =
        new PatientReading((Patient) resource.resource(), resource.path(), systems, issues).read();
    return read == null ? new Refused<>(issues.list()) : new Read<>(read);
  }
}
