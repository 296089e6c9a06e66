package health.vigil.rebuild;

/** A read model can not be rebuilt or verified as things are; the message says why. */
public class NotReplayable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReplayable(String message) {
    super(message);
  }
}
