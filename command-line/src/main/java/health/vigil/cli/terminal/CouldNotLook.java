package health.vigil.cli.terminal;

import org.jspecify.annotations.Nullable;

/**
 * A verb can not do what was asked; the message says in a line, for the person at the terminal, why
 * and what to do. It holds no password and nothing that is stored.
 */
public final class CouldNotLook extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CouldNotLook(String sentence) {
    this(sentence, null);
  }

  public CouldNotLook(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
