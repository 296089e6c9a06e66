package health.vigil.local.launcher;

import org.jspecify.annotations.Nullable;

/** Vigil cannot run; the message is one sentence for the person at the terminal. */
final class LaunchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LaunchException(String sentence) {
    this(sentence, null);
  }

  LaunchException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
