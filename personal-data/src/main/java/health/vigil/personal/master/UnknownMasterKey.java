package health.vigil.personal.master;

import java.io.Serial;
import java.security.GeneralSecurityException;

/** There is no master key with this id here. */
public class UnknownMasterKey extends GeneralSecurityException {
  @Serial private static final long serialVersionUID = 1L;

  public UnknownMasterKey(String id) {
    super("There is no master key '" + id + "' here");
  }
}
