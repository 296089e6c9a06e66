package health.vigil.cli.terminal;

/** How a verb ends. */
public final class ExitCode {

  /** All is as it should be. */
  public static final int WELL = 0;

  /** What was looked at is not as it should be. */
  public static final int NOT_WELL = 1;

  /** The command was not understood; nothing was done. */
  public static final int WRONG_USE = 2;

  /** What was asked for could not be looked at, or only in part. */
  public static final int COULD_NOT_LOOK = 3;

  private ExitCode() {}
}
