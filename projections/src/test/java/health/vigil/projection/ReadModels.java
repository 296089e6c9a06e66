package health.vigil.projection;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.axon.processor.Projections;
import health.vigil.projection.testlog.LogWriter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;

/**
 * The read models as they run: what is given is appended to the log, and followed by processors of
 * their own.
 */
@Singleton
public class ReadModels {
  /** The processors of the read models. */
  public static final List<String> GROUPS =
      List.of("ward-board", "patient-chart", "alert-inbox", "day-list");

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final EventStorageEngine log;
  private final ProcessorPositions positions;
  private final Projections projections;
  private final QueryGateway queries;
  private final LogWriter writer = new LogWriter(0);

  ReadModels(
      EventStorageEngine log,
      ProcessorPositions positions,
      Projections projections,
      QueryGateway queries,
      Configuration axon) {
    this.log = log;
    this.positions = positions;
    this.projections = projections;
    this.queries = queries;
    // What is given here has happened: no saga is to react to it.
    axon.eventProcessingConfiguration().eventProcessors().values().stream()
        .filter(processor -> !GROUPS.contains(processor.getName()))
        .forEach(EventProcessor::shutDown);
  }

  /** Appends these facts, each in its own stream, and waits until every read model has them. */
  public synchronized void given(Object... facts) {
    append(writer.append(Instant.parse("2026-11-23T08:00:00Z"), List.of(facts)));
    awaitAll();
  }

  /** Appends at once; does not wait. */
  public void append(List<DomainEventMessage<?>> events) {
    log.appendEvents(events);
  }

  /** Waits until every read model has come to the end of the log. */
  public void awaitAll() {
    GROUPS.stream().filter(positions.processors()::contains).forEach(this::await);
  }

  public void await(String group) {
    assertThat(positions.await(group, positions.head(), PATIENCE))
        .as(group + " came to the end of the log")
        .isTrue();
  }

  public void rebuild(String group) {
    projections.rebuild(group);
  }

  public long head() {
    return positions.head();
  }

  public <T> T ask(Object query, Class<T> answer) {
    return queries.query(query, answer).join();
  }

  public <T> Optional<T> askFor(Object query, Class<T> answer) {
    return queries.query(query, ResponseTypes.optionalInstanceOf(answer)).join();
  }
}
