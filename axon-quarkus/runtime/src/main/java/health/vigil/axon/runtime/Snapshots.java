package health.vigil.axon.runtime;

import health.vigil.axon.AxonConfig;
import health.vigil.axon.transaction.JtaTransactionManager;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/** Snapshots, made on threads of their own: no caller ever waits for one. */
@Singleton
class Snapshots {

  private final AxonConfig config;
  private final JtaTransactionManager transactions;
  private final ThreadPoolExecutor executor;

  Snapshots(AxonConfig config, JtaTransactionManager transactions) {
    this.config = config;
    this.transactions = transactions;
    int threads = config.snapshots().threads();
    // A snapshot that can not be made is made another time; it must not fail a command.
    this.executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Snapshots::thread,
            new ThreadPoolExecutor.DiscardPolicy());
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "vigil-axon-snapshots");
    thread.setDaemon(true);
    return thread;
  }

  Snapshotter snapshotter(Configuration axon) {
    List<AggregateConfiguration<?>> aggregates =
        axon.findModules(AggregateConfiguration.class).stream()
            .<AggregateConfiguration<?>>map(AggregateConfiguration.class::cast)
            .toList();
    List<AggregateFactory<?>> factories =
        aggregates.stream()
            .<AggregateFactory<?>>map(AggregateConfiguration::aggregateFactory)
            .toList();
    return new OpenSnapshotter(
        AggregateSnapshotter.builder()
            .eventStore(axon.eventStore())
            .transactionManager(transactions)
            .executor(executor)
            .aggregateFactories(factories)
            .repositoryProvider(axon::repository)
            .parameterResolverFactory(axon.parameterResolverFactory())
            .handlerDefinition(axon.handlerDefinition(aggregates.get(0).aggregateType())));
  }

  SnapshotTriggerDefinition trigger(Class<?> aggregate, Configuration axon) {
    AxonConfig.Aggregate own = config.aggregates().get(aggregate.getSimpleName());
    int events =
        own == null
            ? config.snapshots().events()
            : own.snapshotEvents().orElse(config.snapshots().events());
    return events == 0
        ? NoSnapshotTriggerDefinition.INSTANCE
        : new EventCountSnapshotTriggerDefinition(axon.snapshotter(), events);
  }

  @PreDestroy
  void stop() {
    executor.shutdownNow();
  }
}
