package health.vigil.axon.processor;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/**
 * Where parked events are kept; the application provides it. Letters must be written and deleted in
 * the JTA transaction of the caller, so that a parked event and the processor's token are one.
 */
@FunctionalInterface
public interface DeadLetterQueues {

  /** The queue of one processing group; called once for each. */
  SequencedDeadLetterQueue<EventMessage<?>> of(String processingGroup);
}
