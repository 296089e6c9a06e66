package health.vigil.app.problem;

/** How problems are told beneath some path, where another standard has a form for them. */
public interface ProblemForm {
  /** Whether problems at this path are told in this form. */
  boolean isUsedAt(String path);

  String mediaType();

  String text(Problem problem);
}
