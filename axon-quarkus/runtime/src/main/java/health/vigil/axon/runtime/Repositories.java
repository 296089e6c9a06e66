package health.vigil.axon.runtime;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.aggregate.KeepingRepository;
import jakarta.inject.Singleton;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.Repository;

/** The repositories of aggregates. */
@Singleton
class Repositories {

  private final AxonConfig config;
  private final Snapshots snapshots;

  Repositories(AxonConfig config, Snapshots snapshots) {
    this.config = config;
    this.snapshots = snapshots;
  }

  <A> Repository<A> of(Class<A> aggregate, Configuration axon) {
    EventSourcingRepository.Builder<A> settings =
        EventSourcingRepository.builder(aggregate)
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(aggregate))
            .eventStore(axon.eventStore())
            .snapshotTriggerDefinition(snapshots.trigger(aggregate, axon))
            .repositoryProvider(axon::repository);
    int kept = kept(aggregate);
    return kept == 0
        ? settings.build()
        : new KeepingRepository<>(settings, axon.eventStore(), kept);
  }

  private int kept(Class<?> aggregate) {
    AxonConfig.Aggregate own = config.aggregates().get(aggregate.getSimpleName());
    return own == null
        ? config.memory().aggregates()
        : own.kept().orElse(config.memory().aggregates());
  }
}
