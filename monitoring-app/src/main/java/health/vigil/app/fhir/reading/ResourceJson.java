package health.vigil.app.fhir.reading;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** Reads one resource. */
final class ResourceJson {
  private static final Set<String> IN_BUNDLES = Set.of("Observation", "Patient");
  private static final String TYPE = "resourceType";

  private static final String RESOURCE = "resource";

  /** Read by nobody here: narratives are for people, contained resources are not understood. */
  private static final Set<String> NOT_READ = Set.of("text", "contained");

  /** R4 asks for something that is not done here; everything else is no R4. */
  private static final Set<IssueType> NOT_DONE =
      Set.of(IssueType.EXTENSION, IssueType.NOTSUPPORTED);

  private ResourceJson() {}

  /** A body that must be one resource of this type. */
  static Parsed<FhirResource> only(ObjectNode json, String type) {
    return read(json, type, Set.of(type), 400).then(resource -> whole(json, type, resource));
  }

  /** One in a Bundle, whose types have nothing to do with each other. */
  static Parsed<FhirResource> inBundle(ObjectNode json, String path) {
    return read(json, path, IN_BUNDLES, 404).then(resource -> whole(json, path, resource));
  }

  /** As {@link #only}, without the resources in its entries. */
  static Parsed<Resource> frame(ObjectNode json, String type) {
    return read(json, type, Set.of(type), 400);
  }

  private static Parsed<FhirResource> whole(ObjectNode json, String path, Resource resource) {
    return new Understood<>(new FhirResource(path, resource, Canonical.content(json)));
  }

  private static Parsed<Resource> read(
      ObjectNode json, String path, Set<String> supported, int otherwise) {
    if (!json.path(TYPE).isTextual()) {
      return unreadable(400, IssueType.REQUIRED, path + "." + TYPE, "is required");
    }
    String type = json.path(TYPE).textValue();
    if (!supported.contains(type)) {
      return unreadable(
          otherwise,
          IssueType.NOTSUPPORTED,
          path + "." + TYPE,
          "accepted here: " + String.join(", ", new TreeSet<>(supported)));
    }
    Issues issues = new Issues();
    new Shape(issues).check(json, type, path);
    return issues.none() ? parsed(json, type, path, issues) : unreadable(issues);
  }

  private static Parsed<Resource> parsed(ObjectNode json, String type, String path, Issues issues) {
    CollectedErrors errors = new CollectedErrors(issues, path);
    try {
      Resource resource =
          R4.context()
              .newJsonParser()
              .setParserErrorHandler(errors)
              .parseResource(form(type), readable(json).toString());
      return issues.none() ? new Understood<>(resource) : unreadable(issues);
    } catch (DataFormatException refused) {
      errors.add(refused);
      return unreadable(issues);
    }
  }

  /** A copy without what is not read, and without the resources that are read for themselves. */
  private static ObjectNode readable(ObjectNode json) {
    ObjectNode copy = json.objectNode();
    json.properties().stream()
        .filter(field -> !NOT_READ.contains(field.getKey()))
        .forEach(field -> copy.set(field.getKey(), withoutResources(field)));
    return copy;
  }

  private static JsonNode withoutResources(Map.Entry<String, JsonNode> field) {
    if (!field.getKey().equals("entry")) {
      return field.getValue();
    }
    ArrayNode entries = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : field.getValue()) {
      ObjectNode frame = JsonNodeFactory.instance.objectNode();
      frame.setAll((ObjectNode) entry);
      entries.add(frame.without(RESOURCE));
    }
    return entries;
  }

  private static Class<? extends Resource> form(String type) {
    return R4.context()
        .getResourceDefinition(type)
        .getImplementingClass()
        .asSubclass(Resource.class);
  }

  static <T> Parsed<T> unreadable(Issues issues) {
    boolean notDone = issues.list().stream().map(Issue::code).allMatch(NOT_DONE::contains);
    return new Unreadable<>(notDone ? 422 : 400, issues.list());
  }

  static <T> Parsed<T> unreadable(
      int status, IssueType code, String expression, String diagnostics) {
    return new Unreadable<>(status, List.of(Issue.error(code, expression, diagnostics)));
  }
}
