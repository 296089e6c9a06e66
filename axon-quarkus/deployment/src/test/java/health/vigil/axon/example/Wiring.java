package health.vigil.axon.example;

import health.vigil.axon.command.CommandKeyLookup;
import health.vigil.axon.command.EventAnnotation;
import health.vigil.axon.command.Unguarded;
import health.vigil.axon.processor.DeadLetterQueues;
import health.vigil.axon.processor.FilteredLog;
import health.vigil.axon.processor.StoredPositions;
import health.vigil.axon.serialization.EventSerializer;
import health.vigil.axon.serialization.SnapshotSerializer;
import health.vigil.store.PostgresLog;
import health.vigil.store.ReadFilter;
import health.vigil.store.ReadFilter.Stored;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;

/** The ports, answered by the PostgreSQL store. */
class Wiring {

  @Produces
  @Singleton
  PostgresLog log(
      DataSource dataSource,
      TransactionManager transactions,
      Serializer serializer,
      @EventSerializer Serializer eventSerializer,
      @SnapshotSerializer Serializer snapshotSerializer) {
    return PostgresLog.builder()
        .dataSource(dataSource)
        .transactionManager(transactions)
        .serializer(serializer)
        .eventSerializer(eventSerializer)
        .snapshotSerializer(snapshotSerializer)
        .build();
  }

  @Produces
  @Singleton
  EventStorageEngine engine(PostgresLog log) {
    return log.storageEngine();
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
  StoredPositions positions(PostgresLog log) {
    return log::storedPositions;
  }

  @Produces
  @Singleton
  CommandKeyLookup keys(PostgresLog log) {
    return identifier -> !log.eventLog().findByIdentifiers(List.of(identifier)).isEmpty();
  }

  @Produces
  @Singleton
  EventAnnotation office() {
    return event -> Map.of("office", "north");
  }

  @Produces
  @Singleton
  @Audience
  String audience() {
    return "everybody";
  }

  @Produces
  @Singleton
  Map<String, Integer> tariff() {
    return Map.of("parcel", 5);
  }

  @Produces
  @Singleton
  MeterRegistry meters() {
    return new SimpleMeterRegistry();
  }
}
