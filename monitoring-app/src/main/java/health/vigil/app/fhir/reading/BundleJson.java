package health.vigil.app.fhir.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.BundleBody.Kind;
import health.vigil.app.fhir.reading.Parsed.Understood;
import java.util.ArrayList;
import java.util.List;
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
    return ResourceJson.frame(json, "Bundle").then(frame -> body((Bundle) frame, json.path(ENTRY)));
  }

  private static Parsed<BundleBody> body(Bundle bundle, JsonNode entries) {
    Kind kind = kind(bundle);
    return kind == null
        ? ResourceJson.unreadable(
            422, IssueType.NOTSUPPORTED, "Bundle.type", "accepted are batch and transaction")
        : new Understood<>(new BundleBody(kind, entries(bundle, entries)));
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
            ? ResourceJson.inBundle(object, path + "." + RESOURCE)
            : null);
  }
}
