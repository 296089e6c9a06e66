package health.vigil.axon.processor;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.Discovered;
import health.vigil.axon.transaction.JtaTransactionManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Builds a tracking processor for each processing group. */
@Singleton
public class ProcessorFactory {

  private final AxonConfig config;
  private final Discovered discovered;
  private final FilteredLog log;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final DeadLetterQueues queues;
  private final Processors processors;
  private final MeterRegistry meters;
  private final Failures failures;
  private final List<Gate> gates;

  ProcessorFactory(
      AxonConfig config,
      Discovered discovered,
      FilteredLog log,
      TokenStore tokens,
      JtaTransactionManager transactions,
      DeadLetterQueues queues,
      Processors processors,
      MeterRegistry meters,
      @All List<PassingFailure> passing,
      @All List<Gate> gates) {
    this.config = config;
    this.discovered = discovered;
    this.log = log;
    this.tokens = tokens;
    this.transactions = transactions;
    this.queues = queues;
    this.processors = processors;
    this.meters = meters;
    this.failures = new Failures(passing);
    this.gates = List.copyOf(gates);
  }

  /** The processor of a group whose handlers Axon has put together. */
  public EventProcessor build(String name, Configuration axon, EventHandlerInvoker handlers) {
    boolean sagas = discovered.sagaGroups().containsValue(name);
    ProcessorSettings settings = ProcessorSettings.of(name, sagas, config);
    Careful careful = new Careful();
    Attempts attempts = new Attempts(settings.attempts());
    FailedEvent failedEvent = new FailedEvent(attempts, failures, careful);
    Gates passed = new Gates(name, gates);
    Parking parking = new Parking(name, sagas, queues.of(name));
    TrackingEventProcessor.Builder builder =
        TrackingEventProcessor.builder()
            .name(name)
            .eventHandlerInvoker(
                new ParkingInvoker(name, handlers, passed, parking, attempts, failedEvent))
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .errorHandler(failedEvent)
            .messageSource(source(axon, handlers, careful, settings.pace()))
            .tokenStore(tokens)
            .transactionManager(transactions)
            .trackingEventProcessorConfiguration(tracking(settings));
    TrackingEventProcessor processor = new PersistentProcessor(builder, config.retryDelayMax());
    countEvents(name, processor);
    processors.add(new RunningProcessor(name, sagas, processor, handlers, passed, parking));
    return processor;
  }

  private CarefulSource source(
      Configuration axon,
      EventHandlerInvoker handlers,
      Careful careful,
      GatheringStream.Pace pace) {
    return new CarefulSource(
        log, axon.eventStore(), UnhandledTypes.of(discovered.events(), handlers), careful, pace);
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
    String counted = ProcessorFactory.class.getName() + "/" + name;
    // The processor lives as long as the registration.
    @SuppressWarnings("unused")
    var registration =
        processor.registerHandlerInterceptor(
            (unitOfWork, chain) -> {
              unitOfWork.getOrComputeResource(counted, once -> countOnCommit(unitOfWork, handled));
              return chain.proceed();
            });
  }

  /** Once a batch. */
  private static boolean countOnCommit(UnitOfWork<?> unitOfWork, Counter handled) {
    int events = unitOfWork instanceof BatchingUnitOfWork<?> batch ? batch.getMessages().size() : 1;
    unitOfWork.afterCommit(u -> handled.increment(events));
    return true;
  }
}
