package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private final LogFixture fixture = LogFixture.empty();
  private final EventLog log = fixture.log.eventLog();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anEmptyLogHasAnEpochAndNothingElse() {
    assertThat(log.epoch()).matches("[0-9a-f]{12}").isEqualTo(log.epoch());
    assertThat(log.head()).isZero();
    assertThat(log.read(0, 10)).isEmpty();
    assertThat(log.positionAt(Instant.now())).isEmpty();
  }

  @Test
  void anEventComesBackAsItWasStored() {
    DomainEventMessage<?> stored = event("stream", 0).andMetaData(Map.of("subject", "patient-1"));
    fixture.append(stored);

    RecordedEvent read = log.read(0, 10).get(0);

    assertThat(read.position()).isEqualTo(1);
    assertThat(read.eventIdentifier()).isEqualTo(stored.getIdentifier());
    assertThat(read.streamId()).isEqualTo("stream");
    assertThat(read.streamType()).isEqualTo(LogFixture.STREAM_TYPE);
    assertThat(read.type()).isEqualTo(LogFixture.Measured.class.getName());
    assertThat(read.payload()).isEqualTo("{\"text\":\"value 0\"}");
    assertThat(read.metadata()).isEqualTo("{\"subject\":\"patient-1\"}");
    assertThat(read.occurredAt()).isEqualTo(stored.getTimestamp().truncatedTo(ChronoUnit.MICROS));
    assertThat(read.recordedAt()).isAfterOrEqualTo(read.occurredAt());
    assertThat(read).asString().doesNotContain("value 0", "patient-1");
  }

  @Test
  void theLastEventOfATypeIsFoundInItsStream() {
    fixture.append(event("stream", 0), event("stream", 1), event("other", 0));
    String type = LogFixture.Measured.class.getName();

    assertThat(log.lastOf("stream", List.of("Unheard", type)))
        .hasValueSatisfying(last -> assertThat(last.sequence()).isEqualTo(1));
    assertThat(log.lastOf("stream", List.of(type), log.head() - 2))
        .hasValueSatisfying(earlier -> assertThat(earlier.sequence()).isZero());
    assertThat(log.lastOf("stream", List.of("Unheard"))).isEmpty();
    assertThat(log.lastOf("unknown", List.of(type))).isEmpty();
  }

  @Test
  void eventsOfATypeAreReadFromAStretchOfTheLog() {
    fixture.append(event("stream", 0), event("stream", 1), event("stream", 2));
    String type = LogFixture.Measured.class.getName();

    assertThat(log.ofTypes(List.of(type), 1, 3, 10))
        .extracting(RecordedEvent::position)
        .containsExactly(2L, 3L);
    assertThat(log.ofTypes(List.of(type), 0, 3, 1))
        .extracting(RecordedEvent::position)
        .containsExactly(1L);
    assertThat(log.ofTypes(List.of(type), 0, 2, 10)).hasSize(2);
    assertThat(log.ofTypes(List.of("Unheard"), 0, 3, 10)).isEmpty();
  }

  @Test
  void anEventOfNoStreamIsAStreamOfItsOwn() {
    var alone = GenericEventMessage.asEventMessage(new LogFixture.Measured("alone"));
    fixture.log.storageEngine().appendEvents(alone);

    assertThat(log.read(0, 10).get(0).streamId()).isEqualTo(alone.getIdentifier());
    assertThat(log.read(0, 10).get(0).streamType()).isNull();
  }

  @Test
  void aSubjectsEventsAreFoundOverAllStreams() {
    fixture.append(
        event("a", 0).andMetaData(Map.of("subject", "peter")),
        event("b", 0).andMetaData(Map.of("subject", "paul")),
        event("c", 0),
        event("a", 1).andMetaData(Map.of("subject", "peter")));

    assertThat(log.bySubject("peter", 0, 10))
        .extracting(RecordedEvent::position)
        .containsExactly(1L, 4L);
    assertThat(log.bySubject("peter", 1, 10))
        .extracting(RecordedEvent::position)
        .containsExactly(4L);
    assertThat(log.bySubject("peter", 0, 1)).hasSize(1);
  }

  @Test
  void whatCameOfARequestIsFoundByItsCorrelation() {
    fixture.append(
        event("a", 0).andMetaData(Map.of("correlationId", "one")),
        event("b", 0).andMetaData(Map.of("correlationId", "other")),
        event("c", 0),
        event("a", 1).andMetaData(Map.of("correlationId", "one")));

    assertThat(log.byCorrelation("one", 0, 10))
        .extracting(RecordedEvent::position)
        .containsExactly(1L, 4L);
    assertThat(log.byCorrelation("one", 1, 10)).hasSize(1);
    assertThat(log.byCorrelation("one", 0, 1)).hasSize(1);
    assertThat(log.byCorrelation("on", 0, 10)).isEmpty();
  }

  @Test
  void eventsAreFoundByIdentifierAndByStream() {
    DomainEventMessage<?> first = event("a", 0);
    fixture.append(first, event("b", 0), event("a", 1));

    assertThat(log.findByIdentifiers(List.of("none", first.getIdentifier())))
        .extracting(RecordedEvent::position)
        .containsExactly(1L);
    assertThat(log.findByIdentifiers(List.of())).isEmpty();
    assertThat(log.byStream("a", 1, 10)).extracting(RecordedEvent::position).containsExactly(3L);
  }

  @Test
  void thePositionAtATimeIsThatOfTheLastEventRecordedByThen() {
    for (int sequence = 0; sequence < 20; sequence++) {
      fixture.append(event("stream", sequence));
    }
    List<RecordedEvent> all = log.read(0, 100);

    for (RecordedEvent each : all) {
      assertThat(log.positionAt(each.recordedAt())).contains(each.position());
      assertThat(log.positionAt(each.recordedAt().minusNanos(1000)).orElse(0L))
          .isEqualTo(each.position() - 1);
    }
  }

  @Test
  void aPrefixIsWhatWasRecordedByThen() {
    fixture.fill("stream", 1);
    fixture.append(event("stream", 1));
    Instant first = log.read(0, 1).get(0).recordedAt();
    Instant second = log.read(1, 1).get(0).recordedAt();

    assertThat(log.prefix(first.minusNanos(1000)))
        .contains(new LogPrefix(first.minusNanos(1000), 0));
    assertThat(log.prefix(first)).contains(new LogPrefix(first, 1));
    assertThat(log.prefix(second)).contains(new LogPrefix(second, 2));
    assertThat(log.prefix(second.plusSeconds(3600))).isEmpty();
  }

  @Test
  void aPrefixWaitsForTheAppendThatIsUnderWay() throws Exception {
    fixture.fill("stream", 1);
    Instant amid;
    CompletableFuture<Optional<LogPrefix>> asked;
    try (Connection append = fixture.database.ownerDataSource().getConnection();
        Statement statement = append.createStatement()) {
      append.setAutoCommit(false);
      statement.execute(
          """
          SELECT FROM vigil.append('{1}', '{late}', '{other}', '{0}', '{Ward}', ARRAY[now()], '{t}', '{null}', '{"{}"}', '{"{}"}')
          """);
      amid = Instant.now();
      Instant time = amid;
      asked = CompletableFuture.supplyAsync(() -> log.prefix(time));
      Awaitility.await()
          .until(
              () -> fixture.ask("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted").equals("t"));
      assertThat(asked).isNotDone();
      append.commit();
    }

    assertThat(asked.join()).contains(new LogPrefix(amid, 2));
  }

  @Test
  void streamsBeginWhereTheFirstOfThemDoes() {
    fixture.append(event("a", 0), event("b", 0), event("c", 0), event("b", 1));

    assertThat(log.beginning(List.of("c", "b"))).contains(2L);
    assertThat(log.beginning(List.of("none"))).isEmpty();
  }
}
