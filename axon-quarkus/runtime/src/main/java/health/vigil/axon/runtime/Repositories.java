package health.vigil.axon.runtime;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.aggregate.KeepingRepository;
import health.vigil.axon.aggregate.KeptAggregates;
import jakarta.inject.Singleton;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.Repository;

/** The repositories of aggregates. */
@Singleton
class Repositories {

  private final AxonConfig config;
  private final Snapshots snapshots;
  private final KeptAggregates kept;

  Repositories(AxonConfig config, Snapshots snapshots, KeptAggregates kept) {
    this.config = config;
    this.snapshots = snapshots;
    this.kept = kept;
  }

  <A> Repository<A> of(Class<A> aggregate, Configuration axon) {
    EventSourcingRepository.Builder<A> settings =
        EventSourcingRepository.builder(aggregate)
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(aggregate))
            .eventStore(axon.eventStore())
            .snapshotTriggerDefinition(snapshots.trigger(aggregate, axon))
            .repositoryProvider(axon::repository);
    int most = most(aggregate);
    return most == 0 ? settings.build() : keeping(settings, axon, most);
  }

  private <A> Repository<A> keeping(
      EventSourcingRepository.Builder<A> settings, Configuration axon, int most) {
    KeepingRepository<A> repository = new KeepingRepository<>(settings, axon.eventStore(), most);
    kept.add(repository);
    return repository;
  }

  private int most(Class<?> aggregate) {
    AxonConfig.Aggregate own = config.aggregates().get(aggregate.getSimpleName());
    return own == null
        ? config.memory().aggregates()
        : own.kept().orElse(config.memory().aggregates());
  }
}
