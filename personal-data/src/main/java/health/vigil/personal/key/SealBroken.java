package health.vigil.personal.key;

import java.io.Serial;

/**
 * What is stored was changed, belongs to another patient or property, or its key is lost. Quotes
 * nothing of it.
 */
public class SealBroken extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public SealBroken(Throwable cause) {
    super("A sealed value is not what was sealed in its place", cause);
  }

  SealBroken(String why) {
    super(why);
  }
}
