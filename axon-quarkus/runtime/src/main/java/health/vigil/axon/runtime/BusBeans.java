package health.vigil.axon.runtime;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.command.Backoff;
import health.vigil.axon.command.CommandCounters;
import health.vigil.axon.command.CommandKeyLookup;
import health.vigil.axon.command.Correlation;
import health.vigil.axon.command.EventAnnotation;
import health.vigil.axon.command.EventIdentifiers;
import health.vigil.axon.command.GuardedEventStore;
import health.vigil.axon.command.ReliableCommandBus;
import health.vigil.axon.command.ReliableCommandGateway;
import health.vigil.axon.command.Unguarded;
import health.vigil.axon.transaction.JtaTransactionManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.gateway.DefaultEventGateway;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.axonframework.queryhandling.SimpleQueryBus;

/** Buses and gateways. They stand by themselves, so that a handler may have them injected. */
@Singleton
@Unremovable
class BusBeans {

  private final AxonConfig config;
  private final List<CorrelationDataProvider> correlation = new ArrayList<>();
  private final HandlersReady ready = new HandlersReady();

  BusBeans(AxonConfig config, @All List<CorrelationDataProvider> further) {
    this.config = config;
    correlation.add(new Correlation());
    correlation.addAll(further);
  }

  List<CorrelationDataProvider> correlation() {
    return List.copyOf(correlation);
  }

  HandlersReady ready() {
    return ready;
  }

  @Produces
  @Singleton
  @Unremovable
  ReliableCommandBus commandBus(
      JtaTransactionManager transactions, CommandKeyLookup lookup, MeterRegistry meters) {
    SimpleCommandBus handling =
        SimpleCommandBus.builder()
            .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
            .build();
    Registrations.kept(
        handling.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation)));
    Registrations.kept(handling.registerDispatchInterceptor(ready));
    return new ReliableCommandBus(
        handling,
        transactions,
        lookup,
        new Backoff(config.commands().attempts(), config.commands().backoff()),
        new CommandCounters(meters));
  }

  @Produces
  @Singleton
  @Unremovable
  CommandGateway commandGateway(CommandBus bus) {
    return new ReliableCommandGateway(bus);
  }

  @Produces
  @Singleton
  @Unremovable
  SimpleQueryBus queryBus(JtaTransactionManager transactions) {
    SimpleQueryBus bus = SimpleQueryBus.builder().transactionManager(transactions).build();
    Registrations.kept(bus.registerDispatchInterceptor(ready));
    Registrations.kept(
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation)));
    return bus;
  }

  @Produces
  @Singleton
  @Unremovable
  QueryUpdateEmitter queryUpdateEmitter(QueryBus bus) {
    return bus.queryUpdateEmitter();
  }

  @Produces
  @Singleton
  @Unremovable
  QueryGateway queryGateway(QueryBus bus) {
    return DefaultQueryGateway.builder().queryBus(bus).build();
  }

  @Produces
  @Singleton
  @Unremovable
  GuardedEventStore eventStore(
      @Unguarded EventStore unguarded, @All List<EventAnnotation> annotations) {
    GuardedEventStore store = new GuardedEventStore(unguarded);
    Registrations.kept(store.registerDispatchInterceptor(new EventIdentifiers()));
    annotations.forEach(
        annotation ->
            Registrations.kept(
                store.registerDispatchInterceptor(
                    events -> (index, event) -> event.andMetaData(annotation.of(event)))));
    return store;
  }

  @Produces
  @Singleton
  @Unremovable
  EventGateway eventGateway(GuardedEventStore store) {
    return DefaultEventGateway.builder().eventBus(store).build();
  }
}
