package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.util.Throwables.getStackTrace;

import health.vigil.store.LogFixture.Measured;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class AppendTest {

  private LogFixture fixture;

  @AfterAll
  void close() {
    fixture.close();
  }

  @BeforeAll
  void migrate() {
    fixture = LogFixture.empty();
  }

  @Test
  void aSecondBeginningOfAStreamIsRefused() {
    fixture.append(event("begun", 0));

    assertThatThrownBy(() -> fixture.append(event("begun", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void aSecondEventAtTheSamePlaceIsAConflict() {
    fixture.fill("contested", 2);

    assertThatThrownBy(() -> fixture.append(event("contested", 1)))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void theConflictIsLaidToTheStreamThatHasIt() {
    fixture.fill("taken, (and) awkward", 3);

    assertThatThrownBy(
            () -> fixture.append(event("untouched", 0), event("taken, (and) awkward", 2)))
        .isInstanceOf(ConcurrencyException.class)
        .hasMessageContaining("taken, (and) awkward");
  }

  @Test
  void anAppendIsAllOrNothing() {
    fixture.fill("other", 1);
    long before = fixture.log.eventLog().head();

    assertThatThrownBy(() -> fixture.append(event("half", 0), event("other", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);

    assertThat(fixture.log.eventLog().byStream("half", 0, 10)).isEmpty();
    assertThat(fixture.log.eventLog().head()).isEqualTo(before);
  }

  @Test
  void anEventIdentifierIsInTheLogOnce() {
    fixture.fill("first", 2);
    fixture.append(identified("once", "first", 2));

    assertThatThrownBy(() -> fixture.append(identified("once", "second", 1)))
        .isInstanceOf(ConcurrencyException.class)
        .hasCause(new AlreadyRecordedException("once", positionOf("first", 2)));
    assertThatThrownBy(() -> fixture.append(identified("once", "third", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  private long positionOf(String stream, long sequence) {
    return fixture.log.eventLog().byStream(stream, sequence, 1).get(0).position();
  }

  private static DomainEventMessage<Measured> identified(String id, String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        LogFixture.STREAM_TYPE,
        stream,
        sequence,
        new Measured("twice"),
        MetaData.emptyInstance(),
        id,
        Instant.EPOCH);
  }

  @Test
  void aConflictTellsNoStoredValue() {
    fixture.append(secret("confidential", 0));

    assertThat(getStackTrace(catchThrowable(() -> fixture.append(secret("confidential", 0)))))
        .contains(PlaceTakenException.class.getSimpleName())
        .doesNotContain("PETER", "ward-7-phone");
  }

  @Test
  void aFailureOfAnotherKindTellsNoStoredValue() throws SQLException {
    fixture.execute(
        fixture.database.ownerDataSource(),
        "ALTER TABLE events ADD CONSTRAINT no_peter CHECK (payload::text NOT LIKE '%PETER%') NOT VALID");
    try {
      assertThat(getStackTrace(catchThrowable(() -> fixture.append(secret("checked", 0)))))
          .contains("no_peter")
          .doesNotContain("PETER", "ward-7-phone");
    } finally {
      fixture.execute(
          fixture.database.ownerDataSource(), "ALTER TABLE events DROP CONSTRAINT no_peter");
    }
  }

  @Test
  void aFailedSnapshotTellsNoStoredValue() throws SQLException {
    fixture.execute(
        fixture.database.ownerDataSource(),
        "ALTER TABLE snapshots ADD CONSTRAINT no_peter CHECK (payload::text NOT LIKE '%PETER%')");

    assertThat(
            getStackTrace(
                catchThrowable(
                    () -> fixture.log.storageEngine().storeSnapshot(secret("snapped", 0)))))
        .contains("no_peter")
        .doesNotContain("PETER", "ward-7-phone");
  }

  private static DomainEventMessage<Measured> secret(String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        LogFixture.STREAM_TYPE,
        stream,
        sequence,
        new Measured("PETER"),
        Map.of("contact", "ward-7-phone"));
  }

  @Test
  void theUnitOfWorkLearnsWhatItHasAppendedAndWhere() {
    DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
    fixture.fill("positioned", 3);
    fixture.append(event("positioned", 3));
    List<AppendedEvent> appended = work.getResource(PostgresLog.APPENDED);
    work.commit();

    assertThat(appended)
        .extracting(AppendedEvent::position, one -> one.event().getIdentifier())
        .containsExactlyElementsOf(
            fixture.log.eventLog().byStream("positioned", 0, 10).stream()
                .map(row -> tuple(row.position(), row.eventIdentifier()))
                .toList());
  }

  @Test
  void anAppendOfThousandsKeepsItsOrder() {
    fixture.fill("long", 2_500);

    List<RecordedEvent> stored = fixture.log.eventLog().byStream("long", 0, 3_000);

    assertThat(stored)
        .extracting(RecordedEvent::sequence)
        .containsExactlyElementsOf(LongStream.range(0, 2_500).boxed().toList());
    assertThat(stored).extracting(RecordedEvent::position).isSorted();
    assertThat(fixture.log.storageEngine().readEvents("long").asStream()).hasSize(2_500);
  }
}
