package health.vigil.app.fhir;

import health.vigil.app.fhir.reading.Outcomes;
import health.vigil.app.problem.Problem;
import health.vigil.app.problem.ProblemForm;
import jakarta.inject.Singleton;

/** Tells problems at FHIR's paths as an OperationOutcome. */
@Singleton
class FhirProblems implements ProblemForm {
  static final String MEDIA_TYPE = "application/fhir+json";
  private static final String BASE = "/fhir";
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  @Override
  public boolean isUsedAt(String path) {
    return path.equals(BASE) || path.startsWith(BASE + "/");
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }

  @Override
  public String text(Problem problem) {
    return Outcomes.json(Outcomes.of(Told.of(inOurTerms(problem), field -> null)));
  }

  private static Problem inOurTerms(Problem problem) {
    return problem.status() == UNSUPPORTED_MEDIA_TYPE
        ? problem.detail("The body must be " + MEDIA_TYPE + ".")
        : problem;
  }
}
