package health.vigil.local;

import org.jspecify.annotations.Nullable;

/**
 * The local PostgreSQL cannot do what was asked; the message is one sentence for the person at the
 * terminal.
 */
public final class LocalPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LocalPostgresException(String sentence) {
    this(sentence, null);
  }

  LocalPostgresException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
