package health.vigil.app.log;

import health.vigil.axon.command.Unguarded;
import health.vigil.axon.processor.DeadLetterQueues;
import health.vigil.axon.processor.FilteredLog;
import health.vigil.axon.processor.PassingFailure;
import health.vigil.axon.processor.StoredPositions;
import health.vigil.axon.serialization.EventSerializer;
import health.vigil.axon.serialization.SnapshotSerializer;
import health.vigil.store.EventLog;
import health.vigil.store.LogTail;
import health.vigil.store.PostgresLog;
import health.vigil.store.ReadFilter;
import health.vigil.store.ReadFilter.Stored;
import health.vigil.store.read.PastEvents;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;

/**
 * Chooses the store: whatever keeps events, tokens, sagas and parked letters is made here and
 * nowhere else, so that another store is another version of this class.
 */
class LogComposition {
  @Produces
  @Singleton
  PostgresLog log(
      AgroalDataSource dataSource,
      TransactionManager transactions,
      Serializer serializer,
      @EventSerializer Serializer eventSerializer,
      @SnapshotSerializer Serializer snapshotSerializer,
      Upcasters upcasters,
      SchemaCheck schema,
      WriterConfiguration writer,
      WriterMeters meters) {
    schema.requireCurrent(dataSource);
    PostgresLog log =
        PostgresLog.builder()
            .dataSource(dataSource)
            .transactionManager(transactions)
            .serializer(serializer)
            .eventSerializer(eventSerializer)
            .snapshotSerializer(snapshotSerializer)
            .upcasters(upcasters.chain())
            .writerConnections(new OwnConnections(dataSource, "log"))
            .writerSettings(writer.settings())
            .writerObserver(meters)
            .build();
    meters.watch(log);
    return log;
  }

  @Produces
  @Singleton
  WriterState writerState(WriterConfiguration writer) {
    return new WriterState(System::nanoTime, writer.answerTimeout().multipliedBy(2));
  }

  void close(@Disposes PostgresLog log) {
    log.close();
  }

  @Produces
  @Singleton
  @Unguarded
  EventStore eventStore(PostgresLog log) {
    return log.eventStore();
  }

  @Produces
  @Singleton
  FilteredLog filteredLog(PostgresLog log) {
    return (token, unwanted) ->
        log.eventStore()
            .openStream(
                token,
                ReadFilter.without(
                    unwanted.stream()
                        .map(type -> new Stored(type.name(), type.revision()))
                        .toList()));
  }

  @Produces
  @Singleton
  TokenStore tokens(PostgresLog log) {
    return log.tokenStore();
  }

  @Produces
  @Singleton
  SagaStore<Object> sagas(PostgresLog log) {
    return log.sagaStore();
  }

  @Produces
  @Singleton
  DeadLetterQueues deadLetters(PostgresLog log) {
    return log::deadLetters;
  }

  @Produces
  @Singleton
  EventLog eventLog(PostgresLog log) {
    return log.eventLog();
  }

  @Produces
  @Singleton
  PastEvents pastEvents(PostgresLog log) {
    return log.pastEvents();
  }

  @Produces
  @Singleton
  PassingFailure stalledLog() {
    return AppendFailures::isStalled;
  }

  @Produces
  @Singleton
  StoredPositions storedPositions(PostgresLog log) {
    return log::storedPositions;
  }

  @Produces
  @Singleton
  LogTail tail(PostgresLog log) {
    return log.tail();
  }
}
