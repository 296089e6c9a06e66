package health.vigil.synthea;

/** Vigil can not be fed now. What was sent stays recorded; feeding again goes on from there. */
final class GaveUp extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GaveUp(String message) {
    super(message);
  }

  GaveUp(String message, Throwable cause) {
    super(message, cause);
  }
}
