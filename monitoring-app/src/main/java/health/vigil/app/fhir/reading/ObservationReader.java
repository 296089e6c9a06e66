package health.vigil.app.fhir.reading;

import health.vigil.app.fhir.reading.ReadResult.NotSupported;
import health.vigil.app.fhir.reading.ReadResult.Read;
import health.vigil.app.fhir.reading.ReadResult.Refused;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Says in Vigil's terms what an Observation tells. */
public final class ObservationReader {
  private ObservationReader() {}

  /**
   * @param resource an Observation
   */
  public static ReadResult<ReadObservation> read(FhirResource resource) {
    Observation observation = (Observation) resource.resource();
    Set<Meaning> meanings = Meaning.of(observation.getCode());
    String path = resource.path();
    if (meanings.isEmpty()) {
      return notSupported(path + ".code", "is not a vital sign that Vigil records");
    }
    if (observation.hasFocus()) {
      return notSupported(path + ".focus", "only what is true of the subject itself is recorded");
    }
    Issues issues = new Issues();
    if (meanings.size() > 1) {
      issues.add(IssueType.CODEINVALID, path + ".code", "the codes say different things");
      return new Refused<>(issues.list());
    }
    ReadObservation read =
        new ObservationReading(resource, observation, meanings.iterator().next(), issues).read();
    return read == null || !issues.none() ? new Refused<>(issues.list()) : new Read<>(read);
  }

  private static ReadResult<ReadObservation> notSupported(String expression, String diagnostics) {
    return new NotSupported<>(Issue.error(IssueType.NOTSUPPORTED, expression, diagnostics));
  }
}
