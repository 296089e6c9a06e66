package health.vigil.app.fhir.reading;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.vigil.app.fhir.reading.Parsed.Understood;
import health.vigil.app.fhir.reading.Parsed.Unreadable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/** Reads one resource. */
final class ResourceJson {
  static final Set<String> OBSERVATION = Set.of("Observation");
  static final Set<String> IN_BUNDLES = Set.of("Observation", "Patient");
  private static final String TYPE = "resourceType";

  /** Read by nobody here: narratives are for people, contained resources are not understood. */
  private static final Set<String> NOT_READ = Set.of("text", "contained");

  /** R4 asks for something that is not done here; everything else is no R4. */
  private static final Set<IssueType> NOT_DONE =
      Set.of(IssueType.EXTENSION, IssueType.NOTSUPPORTED);

  private ResourceJson() {}

  /**
   * @param path where it stands
   * @param supported its type is one of these
   */
  static Parsed<FhirResource> read(ObjectNode json, String path, Set<String> supported) {
    String type = json.path(TYPE).asText();
    if (!json.path(TYPE).isTextual()) {
      return unreadable(400, IssueType.REQUIRED, path + "." + TYPE, "is required");
    }
    if (!supported.contains(type)) {
      return unreadable(
          404,
          IssueType.NOTSUPPORTED,
          path + "." + TYPE,
          "supported here: " + String.join(", ", new TreeSet<>(supported)));
    }
    Issues issues = new Issues();
    new Shape(issues).check(json, type, path);
    return issues.none() ? parsed(json, type, path, issues) : unreadable(issues);
  }

  private static Parsed<FhirResource> parsed(
      ObjectNode json, String type, String path, Issues issues) {
    CollectedErrors errors = new CollectedErrors(issues, path);
    try {
      Resource resource =
          R4.context()
              .newJsonParser()
              .setParserErrorHandler(errors)
              .parseResource(form(type), json.deepCopy().remove(NOT_READ).toString());
      return issues.none()
          ? new Understood<>(new FhirResource(path, resource, Canonical.content(json)))
          : unreadable(issues);
    } catch (DataFormatException refused) {
      errors.add(refused);
      return unreadable(issues);
    }
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
