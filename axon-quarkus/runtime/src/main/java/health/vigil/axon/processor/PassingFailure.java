package health.vigil.axon.processor;

/**
 * Tells failures that say nothing about the event that was handled, such as a store that takes no
 * appends for the moment: the event is tried again until it is handled, and is never parked for
 * them. Beans of this type are asked about each cause of a failure, beside what every database
 * says.
 */
@FunctionalInterface
public interface PassingFailure {

  /** Whether this one, its causes left aside, is such a failure. */
  boolean isPassing(Throwable failure);
}
