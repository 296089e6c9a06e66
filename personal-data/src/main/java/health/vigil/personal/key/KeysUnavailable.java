package health.vigil.personal.key;

import java.io.Serial;

/**
 * The keys of patients can not be reached or unwrapped now. Nothing was sealed, opened or
 * destroyed.
 */
public class KeysUnavailable extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public KeysUnavailable(String what, Throwable cause) {
    super(what, cause);
  }

  KeysUnavailable(String what) {
    super(what);
  }
}
