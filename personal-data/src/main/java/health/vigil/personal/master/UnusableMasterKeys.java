package health.vigil.personal.master;

import java.io.Serial;

/** Where master keys ought to come from gives none. The message ends a sentence about the file. */
public class UnusableMasterKeys extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableMasterKeys(String what) {
    super(what);
  }

  UnusableMasterKeys(String what, Throwable cause) {
    super(what, cause);
  }
}
