package health.vigil.projection;

import health.vigil.alert.EscalationChains;
import health.vigil.axon.command.CommandKeyLookup;
import health.vigil.axon.command.Unguarded;
import health.vigil.axon.processor.DeadLetterQueues;
import health.vigil.axon.processor.FilteredLog;
import health.vigil.axon.processor.StoredPositions;
import health.vigil.axon.serialization.EventSerializer;
import health.vigil.monitoring.MonitoringRules;
import health.vigil.monitoring.ObservationLog;
import health.vigil.noshow.NoShowRules;
import health.vigil.store.PostgresLog;
import health.vigil.store.ReadFilter;
import health.vigil.store.ReadFilter.Stored;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;

/**
 * The real log under the read models. Rules of the command side are there because its handlers ask
 * for them; nothing here sends a command.
 */
class ReadModelComposition {
  @Produces
  @Singleton
  PostgresLog log(
      DataSource dataSource,
      TransactionManager transactions,
      Serializer serializer,
      @EventSerializer Serializer eventSerializer) {
    return PostgresLog.builder()
        .dataSource(dataSource)
        .transactionManager(transactions)
        .serializer(serializer)
        .eventSerializer(eventSerializer)
        .build();
  }

  @Produces
  @Singleton
  EventStorageEngine events(PostgresLog log) {
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
  CommandKeyLookup commandKeys(PostgresLog log) {
    return identifier -> !log.eventLog().findByIdentifiers(List.of(identifier)).isEmpty();
  }

  @Produces
  @Singleton
  StoredPositions storedPositions(PostgresLog log) {
    return log::storedPositions;
  }

  @Produces
  @Singleton
  MonitoringRules monitoringRules() {
    return MonitoringRules.STANDARD;
  }

  @Produces
  @Singleton
  EscalationChains escalationChains() {
    return EscalationChains.STANDARD;
  }

  @Produces
  @Singleton
  NoShowRules noShowRules() {
    return NoShowRules.STANDARD;
  }

  @Produces
  @Singleton
  ObservationLog observationLog() {
    return id -> Optional.empty();
  }
}
