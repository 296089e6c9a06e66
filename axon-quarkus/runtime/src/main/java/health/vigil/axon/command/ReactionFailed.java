package health.vigil.axon.command;

/** A saga, handler or deadline sent a command that failed and did not look at the result. */
public class ReactionFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReactionFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
