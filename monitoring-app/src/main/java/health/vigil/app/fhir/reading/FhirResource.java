package health.vigil.app.fhir.reading;

import org.hl7.fhir.r4.model.Resource;

/**
 * A resource as it was read.
 *
 * @param path where it stands, such as {@code Observation} or {@code Bundle.entry[3].resource}
 * @param resource an Observation or a Patient, without its narrative and contained resources
 * @param content canonical JSON of what it says: the same for the same content, whatever the order,
 *     spacing, id, meta, narrative, and however final it is
 */
public record FhirResource(String path, Resource resource, String content) {
  @Override
  public String toString() {
    return "FhirResource[path=" + path + ", masked]";
  }
}
