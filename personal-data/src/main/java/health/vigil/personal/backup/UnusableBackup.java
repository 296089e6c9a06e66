package health.vigil.personal.backup;

import java.io.Serial;

/** A file is no backup that keys may come back from. The message ends a sentence about the file. */
public final class UnusableBackup extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  UnusableBackup(String what) {
    super(what);
  }

  UnusableBackup(String what, Throwable cause) {
    super(what, cause);
  }
}
