package health.vigil.axon.processor;

import health.vigil.axon.transaction.JtaTransactionManager;
import jakarta.inject.Singleton;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.jboss.logging.Logger;

/** Builds read models anew from the log. */
@Singleton
public class Projections {

  private static final Logger LOG = Logger.getLogger(Projections.class);

  private final Processors processors;
  private final JtaTransactionManager transactions;

  Projections(Processors processors, JtaTransactionManager transactions) {
    this.processors = processors;
    this.transactions = transactions;
  }

  /**
   * Stops the processor, calls its {@code @ResetHandler}s, forgets its parked events, sets it to
   * the beginning of the log and starts it; all but stop and start in one transaction. Returns when
   * the replay has begun.
   *
   * @throws IllegalArgumentException when there is no such processor
   * @throws IllegalStateException when sagas run in it: their state can not be rebuilt
   */
  public void rebuild(String processor) {
    RunningProcessor running = processors.named(processor);
    if (running.sagas() || !running.processor().supportsReset()) {
      throw new IllegalStateException(processor + " can not be rebuilt: it runs sagas");
    }
    TrackingEventProcessor tracking = running.processor();
    tracking.shutDown();
    try {
      transactions.executeInTransaction(
          () -> {
            running.parking().queue().clear();
            tracking.resetTokens();
          });
      LOG.infof("%s is rebuilt from the log", processor);
    } finally {
      tracking.start();
    }
  }
}
