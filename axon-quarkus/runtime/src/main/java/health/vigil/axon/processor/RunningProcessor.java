package health.vigil.axon.processor;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** A processor with the parts that operators reach behind it. */
record RunningProcessor(
    String name,
    boolean sagas,
    TrackingEventProcessor processor,
    EventHandlerInvoker handlers,
    Gates gates,
    Parking parking) {

  /**
   * Starts it again when an error ended its threads: Axon pauses a processor for good then, and
   * nothing would be tried again.
   *
   * @return whether it was paused
   */
  boolean resumed() {
    if (!processor.isError()) {
      return false;
    }
    processor.start();
    return true;
  }
}
