package health.vigil.axon.processor;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.Discovered;
import health.vigil.axon.transaction.JtaTransactionManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;

/** Builds a tracking processor for each processing group. */
@Singleton
public class ProcessorFactory {

  private final AxonConfig config;
  private final Discovered discovered;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final DeadLetterQueues queues;
  private final Processors processors;
  private final MeterRegistry meters;

  ProcessorFactory(
      AxonConfig config,
      Discovered discovered,
      TokenStore tokens,
      JtaTransactionManager transactions,
      DeadLetterQueues queues,
      Processors processors,
      MeterRegistry meters) {
    this.config = config;
    this.discovered = discovered;
    this.tokens = tokens;
    this.transactions = transactions;
    this.queues = queues;
    this.processors = processors;
    this.meters = meters;
  }

  /** The processor of a group whose handlers Axon has put together. */
  public EventProcessor build(String name, Configuration axon, EventHandlerInvoker handlers) {
    boolean sagas = discovered.sagaGroups().containsValue(name);
    ProcessorSettings settings = ProcessorSettings.of(name, sagas, config);
    Careful careful = new Careful();
    Attempts attempts = new Attempts(settings.attempts());
    FailedEvent failedEvent = new FailedEvent(attempts, careful);
    Parking parking = new Parking(name, sagas, queues.of(name));
    TrackingEventProcessor.Builder builder =
        TrackingEventProcessor.builder()
            .name(name)
            .eventHandlerInvoker(new ParkingInvoker(name, handlers, parking, attempts, failedEvent))
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .errorHandler(failedEvent)
            .messageSource(new CarefulSource(source(axon), careful))
            .tokenStore(tokens)
            .transactionManager(transactions)
            .trackingEventProcessorConfiguration(tracking(settings));
    TrackingEventProcessor processor = new PersistentProcessor(builder, config.retryDelayMax());
    countEvents(name, processor);
    processors.add(new RunningProcessor(name, sagas, processor, handlers, parking));
    return processor;
  }

  private static StreamableMessageSource<TrackedEventMessage<?>> source(Configuration axon) {
    return axon.eventStore();
  }

  private TrackingEventProcessorConfiguration tracking(ProcessorSettings settings) {
    return TrackingEventProcessorConfiguration.forParallelProcessing(settings.segments())
        .andBatchSize(settings.batchSize())
        .andInitialTrackingToken(settings.startAt())
        .andTokenClaimInterval(config.claimInterval().toMillis(), TimeUnit.MILLISECONDS);
  }

  private void countEvents(String name, TrackingEventProcessor processor) {
    Counter handled =
        Counter.builder("vigil.axon.processor.events")
            .description("Events handled and committed")
            .tag("processor", name)
            .register(meters);
    // The processor lives as long as the registration.
    @SuppressWarnings("unused")
    var registration =
        processor.registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              unitOfWork.afterCommit(u -> handled.increment());
              return chain.proceed();
            });
  }
}
