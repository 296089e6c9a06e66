package health.vigil.app.fhir.reading;

import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do.
 *
 * @param path such as {@code Bundle.entry[3]}
 * @param request null when it is missing
 * @param resource null when there is none; one that is unreadable spoils only its own entry
 */
public record BundleEntry(
    String path,
    @Nullable String fullUrl,
    @Nullable BundleEntryRequestComponent request,
    @Nullable Parsed<FhirResource> resource) {
  @Override
  public String toString() {
    return "BundleEntry[path=" + path + ", masked]";
  }
}
