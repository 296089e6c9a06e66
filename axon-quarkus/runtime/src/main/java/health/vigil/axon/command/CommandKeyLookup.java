package health.vigil.axon.command;

/** Whether an event is in the log; the application answers from its event store. */
@FunctionalInterface
public interface CommandKeyLookup {

  /**
   * Whether the log holds an event with this identifier, as committed by anybody.
   *
   * @param eventIdentifier as {@link CommandKey#eventIdentifier(int)} derives it
   */
  boolean isRecorded(String eventIdentifier);
}
