package health.vigil.app.problem;

import health.vigil.store.AppendRefusedException;
import health.vigil.store.OutcomeUnknownException;
import java.util.Optional;

/** What a client is told when the log took no append, or did not say whether it took one. */
public final class LogProblems {
  /** Nothing was recorded, and it is not the request's fault. */
  public static final Problem BUSY =
      Problem.of(503, "log-busy", "The log takes nothing at the moment")
          .detail("This has recorded nothing. Send it again, with the same key if it had one.");

  private static final Problem UNKNOWN =
      Problem.of(503, "outcome-unknown", "Outcome unknown: repeat with the same key");

  private LogProblems() {}

  /**
   * It may be recorded or not.
   *
   * @param advice how the client finds out, in whole sentences
   */
  public static Problem unknown(String advice) {
    return UNKNOWN.detail("It may have been recorded, or not. " + advice);
  }

  /** That of a request that is known by something else than a key when it comes again. */
  static Optional<Problem> of(Throwable failure) {
    if (failure instanceof OutcomeUnknownException) {
      return Optional.of(
          unknown("Send the same request again: what was recorded is not recorded twice."));
    }
    return failure instanceof AppendRefusedException ? Optional.of(BUSY) : Optional.empty();
  }
}
