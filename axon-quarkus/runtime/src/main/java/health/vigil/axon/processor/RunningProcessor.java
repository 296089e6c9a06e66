package health.vigil.axon.processor;

import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** A processor with the parts that operators reach behind it. */
record RunningProcessor(
    String name,
    boolean sagas,
    TrackingEventProcessor processor,
    EventHandlerInvoker handlers,
    Parking parking) {}
