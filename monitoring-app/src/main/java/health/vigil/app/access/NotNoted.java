package health.vigil.app.access;

import java.io.Serial;

/** An access could not be noted. */
public final class NotNoted extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  NotNoted(String reason) {
    super(reason);
  }
}
