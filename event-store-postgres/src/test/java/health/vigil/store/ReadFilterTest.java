package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.LogFixture.Measured;
import health.vigil.store.ReadFilter.Stored;
import health.vigil.store.read.LogReader;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a reader does not want, the database does not send. */
class ReadFilterTest {

  private static final ReadFilter UNMEASURED =
      ReadFilter.without(
          List.of(new Stored(Measured.class.getName(), null), new Stored("never.recorded", "3")));

  private final LogFixture fixture = LogFixture.empty();
  private final CountedQueries queries = new CountedQueries(fixture);
  private final LogReader log =
      new LogReader(
          queries,
          fixture.serializer,
          fixture.serializer,
          NoOpEventUpcaster.INSTANCE,
          SnapshotFilter.allowAll(),
          100);

  @AfterEach
  void close() {
    log.close();
    fixture.close();
  }

  @Test
  void theDatabaseSendsWhatIsWantedAndTheLast() throws InterruptedException {
    fixture.fill("first", 700);
    call("one", 0);
    fixture.fill("second", 3_000);
    call("one", 1);
    fixture.fill("third", 500);

    try (Reader reader = new Reader(log.open(0, UNMEASURED))) {
      assertThat(reader.positions(3)).containsExactly(701L, 3_702L, 4_202L);
    }
    assertThat(queries.rows).hasValue(3);
  }

  @Test
  void theTokenComesToTheHeadAlthoughNothingIsWanted() throws InterruptedException, SQLException {
    manyMeasured(210_000);

    try (Reader reader = new Reader(log.open(0, UNMEASURED))) {
      assertThat(reader.positions(3)).containsExactly(100_000L, 200_000L, 210_000L);
      fixture.fill("live", 1);
      log.grown(210_001);
      assertThat(reader.positions(1)).containsExactly(210_001L);
    }
    assertThat(queries.rows).hasValue(4);
  }

  @Test
  void anotherRevisionIsNoneOfThoseExcluded() throws InterruptedException {
    fixture.fill("stream", 3);
    ReadFilter other = ReadFilter.without(List.of(new Stored(Measured.class.getName(), "2")));

    try (Reader reader = new Reader(log.open(0, other))) {
      assertThat(reader.positions(3)).containsExactly(1L, 2L, 3L);
    }
  }

  private void call(String stream, long sequence) {
    fixture.append(new GenericDomainEventMessage<>("Ward", stream, sequence, new Called("nurse")));
  }

  /** As the owner: so many appends would take long. */
  private void manyMeasured(int count) throws SQLException {
    fixture.execute(
        fixture.database.ownerDataSource(),
        """
        INSERT INTO events (position, event_identifier, stream_id, sequence_number, stream_type, occurred_at, recorded_at,
            payload_type, payload, metadata, hash)
          SELECT n, 'event-' || n, 'filler', n - 1, 'Ward', now(), now(), '%1$s', '{"text":"x"}', '{}', decode(repeat('00', 32), 'hex')
          FROM generate_series(1, %2$d) AS n;
        UPDATE log_head SET position = %2$d;
        """
            .formatted(Measured.class.getName(), count));
  }

  /** Another event. */
  record Called(String who) {}
}
