package health.vigil.synthea;

/** A file is not what Synthea writes. Says what is wrong and nothing that describes a person. */
final class NotSynthea extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSynthea(String message) {
    super(message);
  }

  NotSynthea(String message, Throwable cause) {
    super(message, cause);
  }
}
