package health.vigil.projection;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.axon.processor.ProcessorPositions;
import health.vigil.projection.testlog.LogWriter;
import health.vigil.rebuild.ReadModelRuns;
import health.vigil.rebuild.Run;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
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
      Stream.of(ReadModel.values()).map(ReadModel::group).toList();

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final EventStorageEngine log;
  private final ProcessorPositions positions;
  private final ReadModelRuns runs;
  private final QueryGateway queries;
  private final LogWriter writer = new LogWriter(0);

  ReadModels(
      EventStorageEngine log,
      ProcessorPositions positions,
      ReadModelRuns runs,
      QueryGateway queries,
      Configuration axon) {
    this.log = log;
    this.positions = positions;
    this.runs = runs;
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

  /** Rebuilds it beside the one that is served, and waits until they have changed places. */
  public Run rebuild(ReadModel model) {
    Run begun = runs.rebuild(model);
    awaitRun(model);
    Run ended = runs.last(model).orElseThrow();
    assertThat(ended.id()).isEqualTo(begun.id());
    assertThat(ended.failure()).isNull();
    return ended;
  }

  /** Waits until nobody rebuilds or verifies it. */
  public void awaitRun(ReadModel model) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> runs.last(model).orElseThrow().state() != Run.State.RUNNING);
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
