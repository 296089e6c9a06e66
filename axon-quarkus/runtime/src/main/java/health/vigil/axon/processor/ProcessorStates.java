package health.vigil.axon.processor;

import health.vigil.axon.AxonConfig;
import jakarta.inject.Singleton;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;

/** How the processors of this node are. */
@Singleton
public class ProcessorStates {

  private final AxonConfig config;
  private final Processors processors;
  private final ProcessorPositions positions;
  private final LagSampler lag;

  ProcessorStates(
      AxonConfig config, Processors processors, ProcessorPositions positions, LagSampler lag) {
    this.config = config;
    this.processors = processors;
    this.positions = positions;
    this.lag = lag;
  }

  /** The worst that can be said of a processor. */
  public enum State {
    /** It does not run on this node. */
    STOPPED,
    /** It tries again what failed on this node. */
    FAILING,
    /** For longer than {@code vigil.axon.health.max-lag}, on whichever node it runs. */
    BEHIND,
    FOLLOWING
  }

  /**
   * @throws IllegalArgumentException when there is no such processor
   */
  public State of(String processor) {
    TrackingEventProcessor tracking = processors.named(processor).processor();
    if (!tracking.isRunning()) {
      return State.STOPPED;
    }
    if (tracking.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState)) {
      return State.FAILING;
    }
    return lag.behindFor(positions.of(processor)).compareTo(config.health().maxLag()) > 0
        ? State.BEHIND
        : State.FOLLOWING;
  }
}
