package health.vigil.axon.transaction;

/** A transaction could not begin, commit, roll back or go on. */
public class TransactionFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TransactionFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
