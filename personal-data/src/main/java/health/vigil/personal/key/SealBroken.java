package health.vigil.personal.key;

import java.io.Serial;

/** What is stored was changed, or belongs to another patient or property. Quotes nothing of it. */
public class SealBroken extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public SealBroken(Throwable cause) {
    super("A sealed value is not what was sealed in its place", cause);
  }
}
