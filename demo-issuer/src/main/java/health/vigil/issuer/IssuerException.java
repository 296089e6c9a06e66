package health.vigil.issuer;

import org.jspecify.annotations.Nullable;

/** The issuer can not be used; the message is one sentence for the person at the terminal. */
public final class IssuerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IssuerException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
