package health.vigil.rebuild;

/** A rebuild or verification ended without a result; its message can be shown. */
public class RunFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RunFailed(String message) {
    super(message);
  }

  RunFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
