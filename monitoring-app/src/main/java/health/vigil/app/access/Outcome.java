package health.vigil.app.access;

/** What came of a request. */
public enum Outcome {
  /** It was served. */
  ALLOWED,
  /** It was not permitted. */
  DENIED,
  /** It was permitted and refused, or could not be served. */
  FAILED;

  private static final int UNAUTHENTICATED = 401;
  private static final int FORBIDDEN = 403;
  private static final int FIRST_ERROR = 400;

  static Outcome of(int status) {
    if (status == UNAUTHENTICATED || status == FORBIDDEN) {
      return DENIED;
    }
    return status < FIRST_ERROR ? ALLOWED : FAILED;
  }
}
