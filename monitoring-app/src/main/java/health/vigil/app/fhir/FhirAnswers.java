package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Issue;
import health.vigil.app.fhir.reading.Outcomes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.jspecify.annotations.Nullable;

/** Answers in FHIR's forms. */
final class FhirAnswers {
  private static final String BASE = "/fhir/R4/";
  private static final String MINIMAL = "return=minimal";
  private static final int UNAVAILABLE = 503;

  private FhirAnswers() {}

  static Response batch(List<EntryAnswer> answers) {
    return bundle(BundleType.BATCHRESPONSE, answers);
  }

  static Response transaction(List<EntryAnswer> answers) {
    return bundle(BundleType.TRANSACTIONRESPONSE, answers);
  }

  /** One OperationOutcome, and nothing else. */
  static Response refused(int status, List<Issue> issues) {
    Response.ResponseBuilder response = of(status, Outcomes.of(issues));
    return status == UNAVAILABLE
        ? response.header(HttpHeaders.RETRY_AFTER, 1).build()
        : response.build();
  }

  /**
   * To a request with one resource.
   *
   * @param prefer the header; without one an OperationOutcome tells what there is to know
   */
  static Response single(EntryAnswer answer, @Nullable String prefer) {
    if (answer.isRefused()) {
      return refused(answer.status(), answer.issues());
    }
    Response.ResponseBuilder response =
        prefer != null && prefer.contains(MINIMAL)
            ? Response.status(answer.status())
            : of(answer.status(), Outcomes.of(answer.issues()));
    return answer.location() == null
        ? response.build()
        : response.header(HttpHeaders.LOCATION, BASE + answer.location()).build();
  }

  private static Response bundle(BundleType type, List<EntryAnswer> answers) {
    Bundle bundle = new Bundle().setType(type);
    answers.forEach(answer -> bundle.addEntry().setResponse(response(answer)));
    return of(Response.Status.OK.getStatusCode(), bundle).build();
  }

  private static BundleEntryResponseComponent response(EntryAnswer answer) {
    BundleEntryResponseComponent response = new BundleEntryResponseComponent();
    response.setStatus(status(answer.status()));
    response.setLocation(answer.location());
    if (!answer.issues().isEmpty()) {
      response.setOutcome(Outcomes.of(answer.issues()));
    }
    return response;
  }

  private static String status(int code) {
    return switch (code) {
      case 422 -> "422 Unprocessable Entity";
      default -> {
        Response.Status known = Response.Status.fromStatusCode(code);
        yield known == null ? Integer.toString(code) : code + " " + known.getReasonPhrase();
      }
    };
  }

  private static Response.ResponseBuilder of(int status, IBaseResource resource) {
    return Response.status(status).type(FhirProblems.MEDIA_TYPE).entity(Outcomes.json(resource));
  }
}
