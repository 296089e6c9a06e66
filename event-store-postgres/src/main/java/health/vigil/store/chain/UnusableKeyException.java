package health.vigil.store.chain;

import org.jspecify.annotations.Nullable;

/**
 * A key file can not be used; the message goes on from "the file …", and tells nothing of a key.
 */
public final class UnusableKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableKeyException(String message) {
    this(message, null);
  }

  UnusableKeyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
