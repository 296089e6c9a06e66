package health.vigil.store.export;

/**
 * A folder holds no export that could be verified; the message is the beginning of a sentence, such
 * as "manifest.json is missing".
 */
public final class UnusableExportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableExportException(String message) {
    super(message);
  }
}
