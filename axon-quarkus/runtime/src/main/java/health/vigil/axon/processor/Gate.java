package health.vigil.axon.processor;

/**
 * What a batch has to pass before the first of its events is handled: in the batch's transaction,
 * once, by the processor as by whoever retries a parked event. Every bean of this type is asked. A
 * replay passes none.
 */
@FunctionalInterface
public interface Gate {

  /**
   * Returns when the group may be handled in the present transaction; may wait for it.
   *
   * @throws RuntimeException when it may not; the batch rolls back and is tried again, and none of
   *     its events is blamed
   */
  void enter(String group);
}
