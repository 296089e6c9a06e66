package health.vigil.personal.key;

import java.io.Serial;

/**
 * The key that sealed it is not in the table, and was not destroyed either: what is stored can not
 * be opened until the keys are restored.
 */
public final class LostKey extends SealBroken {
  @Serial private static final long serialVersionUID = 1L;

  public LostKey() {
    super("The key of a patient is lost");
  }
}
