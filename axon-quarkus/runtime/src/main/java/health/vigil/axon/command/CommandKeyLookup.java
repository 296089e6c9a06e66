package health.vigil.axon.command;

/** Whether an event is in the log; the application answers from its event store. */
@FunctionalInterface
public interface CommandKeyLookup {

  /**
   * Whether this failure of an append says by itself that the log holds the event already, so that
   * nobody need look. A store that tells no more than that there was a conflict says nothing.
   *
   * @param eventIdentifier as {@link CommandKey#eventIdentifier(int)} derives it
   */
  default boolean isRecordedBy(Throwable failure, String eventIdentifier) {
    return false;
  }

  /**
   * Whether the log holds an event with this identifier, as committed by anybody.
   *
   * @param eventIdentifier as {@link CommandKey#eventIdentifier(int)} derives it
   */
  boolean isRecorded(String eventIdentifier);
}
