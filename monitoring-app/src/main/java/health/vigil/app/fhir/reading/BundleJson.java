package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.BundleBody.Kind;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;

/** Reads a Bundle: first what holds it together, then each resource for itself. */
final class BundleJson {
  private static final String ENTRY = "entry";
  private static final String RESOURCE = "resource";

  private BundleJson() {}

  static Parsed<BundleBody> read(ObjectNode json) {
    Parsed<FhirResource> frame = ResourceJson.read(frame(json), "Bundle", Set.of("Bundle"));
    if (frame instanceof Unreadable<FhirResource> unreadable) {
      return unreadable.of();
    }
    Bundle bundle = (Bundle) ((Understood<FhirResource>) frame).value().resource();
    Kind kind = kind(bundle);
    return kind == null
        ? ResourceJson.unreadable(
            422, IssueType.NOTSUPPORTED, "Bundle.type", "accepted are batch and transaction")
        : new Understood<>(new BundleBody(kind, entries(bundle, json.path(ENTRY))));
  }

  /** The Bundle without the resources in it; what is no object stays, to be refused. */
  private static ObjectNode frame(ObjectNode json) {
    ObjectNode frame = json.deepCopy();
    for (JsonNode entry : frame.path(ENTRY)) {
      if (entry instanceof ObjectNode object && object.path(RESOURCE).isObject()) {
        object.remove(RESOURCE);
      }
    }
    return frame;
  }

  private static @Nullable Kind kind(Bundle bundle) {
    if (bundle.getType() == Bundle.BundleType.BATCH) {
      return Kind.BATCH;
    }
    return bundle.getType() == Bundle.BundleType.TRANSACTION ? Kind.TRANSACTION : null;
  }

  private static List<BundleEntry> entries(Bundle bundle, JsonNode json) {
    List<BundleEntry> entries = new ArrayList<>();
    for (int index = 0; index < json.size(); index++) {
      entries.add(
          entry(
              "Bundle.entry[" + index + "]",
              bundle.getEntry().get(index),
              json.get(index).get(RESOURCE)));
    }
    return entries;
  }

  private static BundleEntry entry(
      String path, BundleEntryComponent entry, @Nullable JsonNode resource) {
    return new BundleEntry(
        path,
        entry.getFullUrl(),
        entry.hasRequest() ? entry.getRequest() : null,
        resource instanceof ObjectNode object
            ? ResourceJson.read(object, path + "." + RESOURCE, ResourceJson.IN_BUNDLES)
            : null);
  }
}
