package health.vigil.app.problem;

import java.io.Serial;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title());
    this.problem = problem;
  }

  /**
   * @param cause never shown to a client
   */
  public ProblemException(Problem problem, Throwable cause) {
    super(problem.title(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
