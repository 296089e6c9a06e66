package health.vigil.personal.key;

import java.io.Serial;

/**
 * The keys of patients can not be reached or unwrapped now. Nothing was sealed, opened or
 * destroyed.
 */
public class KeysUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean passing;

  public KeysUnavailable(String what, Throwable cause) {
    super(what, cause);
    this.passing = true;
  }

  private KeysUnavailable(String what) {
    super(what);
    this.passing = false;
  }

  /** There is nothing to seal with for this one patient, until the keys are restored. */
  static KeysUnavailable lost() {
    return new KeysUnavailable("The key of a patient is lost: restore the keys");
  }

  /** Whether it is over by itself; not when one patient's key is lost. */
  public boolean isPassing() {
    return passing;
  }
}
