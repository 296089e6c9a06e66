package health.vigil.app.openapi;

import health.vigil.app.idempotency.Answers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to each operation what all have: problem documents, and the key of a write; ids are texts.
 */
public class CommonOperations implements OASFilter {
  private static final String PROBLEM = "Problem";

  /** What is posted and records nothing. */
  private static final Set<String> UNRECORDED = Set.of("search", "tickets");

  /** As quarkus.smallrye-openapi.security-scheme-name has it. */
  private static final String TOKEN = "token";

  private static final Set<String> RECORDED = Set.of("200", "201", "204");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    document.getComponents().getSchemas().values().forEach(CommonOperations::unwrap);
    document.getComponents().addSchema(PROBLEM, problem());
    document.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    document.getPaths().getPathItems().forEach(CommonOperations::complete);
  }

  /** Typed ids are records with one value, and JSON has the value alone. */
  private static void unwrap(Schema schema) {
    Map<String, Schema> properties = schema.getProperties();
    if (properties != null && properties.keySet().equals(Set.of("value"))) {
      schema.setType(Objects.requireNonNull(properties.get("value")).getType());
      schema.setProperties(null);
    }
  }

  private static void complete(String path, PathItem item) {
    item.getOperations().values().forEach(CommonOperations::answerProblems);
    Operation post = item.getPOST();
    if (post != null && !UNRECORDED.contains(path.substring(path.lastIndexOf('/') + 1))) {
      post.addParameter(idempotencyKey());
      answerUnavailable(post);
      answerCorrelation(post);
    }
    if (item.getPUT() != null) {
      answerUnavailable(item.getPUT());
      answerCorrelation(item.getPUT());
    }
  }

  private static void answerProblems(Operation operation) {
    operation.getResponses().addAPIResponse("default", anyProblem());
  }

  private static void answerUnavailable(Operation write) {
    write
        .getResponses()
        .addAPIResponse(
            "503",
            problem(
                    "Nothing was recorded by this request (log-busy and others), or nobody knows yet"
                        + " (outcome-unknown): send it again under the same key")
                .addHeader(
                    "Retry-After",
                    OASFactory.createHeader()
                        .description("Seconds")
                        .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))));
  }

  private static void answerCorrelation(Operation write) {
    write
        .getResponses()
        .getAPIResponses()
        .forEach(
            (status, response) -> {
              if (RECORDED.contains(status)) {
                response.addHeader(
                    Answers.CORRELATION,
                    OASFactory.createHeader()
                        .description("By what GET /api/v1/audit/trace/{id} follows what came of it")
                        .schema(string()));
              }
            });
  }

  private static Parameter idempotencyKey() {
    return OASFactory.createParameter()
        .in(Parameter.In.HEADER)
        .name("Idempotency-Key")
        .description(
            "1 to 200 visible ASCII characters: the same request may be sent again under the same"
                + " key, is recorded once and answered alike")
        .schema(string().maxLength(200));
  }

  private static APIResponse anyProblem() {
    return problem("A problem; its types are listed in docs/reference/problems.md");
  }

  private static APIResponse problem(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    "application/problem+json",
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
  }

  private static Schema problem() {
    return object()
        .description("A problem document of RFC 9457; some types have further members")
        .addProperty("type", string())
        .addProperty("title", string())
        .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
        .addProperty("detail", string())
        .addProperty(
            "errors",
            OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .items(object().addProperty("field", string()).addProperty("message", string())));
  }

  private static Schema object() {
    return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
  }

  private static Schema string() {
    return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
  }
}
