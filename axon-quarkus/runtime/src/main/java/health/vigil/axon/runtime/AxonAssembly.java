package health.vigil.axon.runtime;

import health.vigil.axon.BeforeHandling;
import health.vigil.axon.Discovered;
import health.vigil.axon.command.GuardedEventStore;
import health.vigil.axon.deadline.Deadlines;
import health.vigil.axon.processor.ProcessorFactory;
import health.vigil.axon.transaction.JtaTransactionManager;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationParameterResolverFactory;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.SagaConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.serialization.Serializer;

/** Puts one Axon configuration together from what was found and what the application provides. */
@Singleton
class AxonAssembly {

  private final Discovered discovered;
  private final BusBeans buses;
  private final JtaTransactionManager transactions;
  private final GuardedEventStore eventStore;
  private final Snapshots snapshots;
  private final Repositories repositories;
  private final Deadlines deadlines;
  private final ProcessorFactory processors;
  private final Instance<Object> beans;

  AxonAssembly(
      Discovered discovered,
      BusBeans buses,
      JtaTransactionManager transactions,
      GuardedEventStore eventStore,
      Snapshots snapshots,
      Repositories repositories,
      Deadlines deadlines,
      ProcessorFactory processors,
      Instance<Object> beans) {
    this.discovered = discovered;
    this.buses = buses;
    this.transactions = transactions;
    this.eventStore = eventStore;
    this.snapshots = snapshots;
    this.repositories = repositories;
    this.deadlines = deadlines;
    this.processors = processors;
    this.beans = beans;
  }

  Configuration assemble() {
    // It would ask a server for newer versions.
    System.setProperty("axoniq.update-checker.disabled", "true");
    System.setProperty("disable-axoniq-console-message", "true");
    Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
    components(configurer);
    messages(configurer);
    discovered.aggregates().forEach(aggregate -> aggregate(configurer, aggregate));
    discovered
        .commandHandlers()
        .forEach(type -> configurer.registerCommandHandler(c -> bean(type)));
    discovered.queryHandlers().forEach(type -> configurer.registerQueryHandler(c -> bean(type)));
    processing(configurer.eventProcessing());
    configurer.onInitialize(
        c -> c.onStart(Phase.LOCAL_MESSAGE_HANDLER_REGISTRATIONS + 1, this::open));
    return configurer.buildConfiguration();
  }

  /** Processors start in a later phase. */
  private void open() {
    buses
        .ready()
        .openAfter(() -> beans.select(BeforeHandling.class).forEach(BeforeHandling::require));
  }

  private void components(Configurer configurer) {
    configurer
        .registerComponent(TransactionManager.class, c -> transactions)
        .registerComponent(TokenStore.class, c -> bean(TokenStore.class))
        .registerComponent(Snapshotter.class, snapshots::snapshotter)
        .registerComponent(ParameterResolverFactory.class, this::parameters)
        .configureSerializer(c -> bean(Serializer.class))
        .configureMessageSerializer(c -> bean(Serializer.class))
        .configureEventSerializer(c -> bean(Serializer.class))
        .configureCorrelationDataProviders(c -> buses.correlation());
    if (deadlines.areEnabled()) {
      configurer.registerComponent(DeadlineManager.class, c -> bean(DeadlineManager.class));
      // A deadline that was stored earlier fires only if the manager is there.
      configurer.onInitialize(c -> c.deadlineManager());
    }
  }

  private void messages(Configurer configurer) {
    configurer
        .configureEventStore(c -> eventStore)
        .configureCommandBus(c -> bean(CommandBus.class))
        .configureQueryBus(c -> bean(QueryBus.class))
        .registerComponent(QueryUpdateEmitter.class, c -> bean(QueryUpdateEmitter.class))
        .registerComponent(CommandGateway.class, c -> bean(CommandGateway.class))
        .registerComponent(QueryGateway.class, c -> bean(QueryGateway.class))
        .registerComponent(EventGateway.class, c -> bean(EventGateway.class));
  }

  private ParameterResolverFactory parameters(Configuration axon) {
    return MultiParameterResolverFactory.ordered(
        ClasspathParameterResolverFactory.forClassLoader(
            Thread.currentThread().getContextClassLoader()),
        new CdiParameterResolverFactory(),
        new ConfigurationParameterResolverFactory(axon));
  }

  private <A> void aggregate(Configurer configurer, Class<A> type) {
    configurer.configureAggregate(
        AggregateConfigurer.defaultConfiguration(type)
            .configureRepository(c -> repositories.of(type, c)));
  }

  private void processing(EventProcessingConfigurer processing) {
    processing.registerDefaultListenerInvocationErrorHandler(
        c -> PropagatingErrorHandler.instance());
    processing.registerEventProcessorFactory(processors::build);
    discovered
        .eventHandlerGroups()
        .forEach(
            (type, group) -> {
              processing.registerEventHandler(c -> bean(type));
              processing.assignHandlerTypesMatching(
                  group, handler -> type.isAssignableFrom(handler));
            });
    discovered.sagaGroups().forEach((type, group) -> saga(processing, type, group));
  }

  private <S> void saga(EventProcessingConfigurer processing, Class<S> type, String group) {
    processing.assignHandlerTypesMatching(group, type::equals);
    processing.registerSaga(type, saga -> configure(saga, type));
  }

  @SuppressWarnings("unchecked") // a saga store holds sagas of any type
  private <S> void configure(SagaConfigurer<S> saga, Class<S> type) {
    SagaStore<? super S> store = (SagaStore<? super S>) bean(SagaStore.class);
    saga.configureSagaStore(c -> store);
    saga.configureSagaManager(
        c ->
            StableSagaManager.of(
                AnnotatedSagaManager.<S>builder()
                    .sagaType(type)
                    .sagaFactory(new SagaFactory<>(type))
                    .sagaRepository(
                        AnnotatedSagaRepository.<S>builder()
                            .sagaType(type)
                            .sagaStore(store)
                            .resourceInjector(target -> {})
                            .parameterResolverFactory(c.parameterResolverFactory())
                            .handlerDefinition(c.handlerDefinition(type))
                            .build())
                    .parameterResolverFactory(c.parameterResolverFactory())
                    .handlerDefinition(c.handlerDefinition(type)),
                AnnotatedHandlerInspector.inspectType(
                    type, c.parameterResolverFactory(), c.handlerDefinition(type))));
  }

  private <T> T bean(Class<T> type) {
    return beans.select(type).get();
  }
}
