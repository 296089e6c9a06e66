package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.store.LogFixture.Measured;
import health.vigil.store.read.LogReader;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How an aggregate is loaded. */
class AggregateStreamTest {

  private final LogFixture fixture = LogFixture.empty();
  private final CountedQueries queries = new CountedQueries(fixture);

  @BeforeEach
  void fill() {
    fixture.fill("other", 2);
    fixture.fill("stream", 20);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private LogReader reader(SnapshotFilter filter, EventUpcaster upcasters) {
    return new LogReader(queries, fixture.serializer, fixture.serializer, upcasters, filter, 10);
  }

  private LogReader reader() {
    return reader(SnapshotFilter.allowAll(), NoOpEventUpcaster.INSTANCE);
  }

  private static List<Long> sequences(DomainEventStream stream) {
    return stream.asStream().<Long>map(DomainEventMessage::getSequenceNumber).toList();
  }

  private static List<Long> fromTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  private void snapshotAt(long sequence) {
    fixture.log.eventStore().storeSnapshot(event("stream", sequence));
  }

  @Test
  void aStreamWithoutASnapshotIsReadInOneRoundTrip() {
    assertThat(sequences(reader().withSnapshot("stream"))).isEqualTo(fromTo(0, 19));
    assertThat(queries.roundTrips).hasValue(1);
  }

  @Test
  void aSnapshotAndWhatFollowsItAreReadInOneRoundTrip() {
    snapshotAt(15);

    assertThat(sequences(reader().withSnapshot("stream"))).isEqualTo(fromTo(15, 19));
    assertThat(queries.roundTrips).hasValue(1);
    assertThat(queries.rows).hasValue(5);
  }

  @Test
  void aSnapshotThatNothingFollowsIsEnough() {
    snapshotAt(19);

    DomainEventStream stream = reader().withSnapshot("stream");

    assertThat(stream.next().getPayload()).isEqualTo(new Measured("value 19"));
    assertThat(stream.hasNext()).isFalse();
    assertThat(stream.getLastSequenceNumber()).isEqualTo(19);
  }

  @Test
  void whatIsNewerIsReadInOneRoundTrip() {
    assertThat(sequences(reader().from("stream", 18))).isEqualTo(fromTo(18, 19));
    assertThat(queries.roundTrips).hasValue(1);
  }

  @Test
  void aStreamThatIsNotThereIsEmpty() {
    assertThat(reader().withSnapshot("nothing").hasNext()).isFalse();
  }

  @Test
  void aVeryLongStreamIsReadInPages() {
    fixture.fill("long", 2_500);

    assertThat(sequences(reader().withSnapshot("long"))).isEqualTo(fromTo(0, 2_499));
    assertThat(queries.roundTrips).hasValue(3);
  }

  @Test
  void aSnapshotThatTheFilterRefusesIsNotUsed() {
    snapshotAt(15);

    assertThat(
            sequences(
                reader(SnapshotFilter.rejectAll(), NoOpEventUpcaster.INSTANCE)
                    .withSnapshot("stream")))
        .isEqualTo(fromTo(0, 19));
  }

  @Test
  void aSnapshotOfAnUnknownTypeIsNotUsed() throws SQLException {
    snapshotAt(15);
    change("payload_type = 'no.such.Type'");

    assertThat(sequences(reader().withSnapshot("stream"))).isEqualTo(fromTo(0, 19));
  }

  @Test
  void aSnapshotThatCanNotBeDecodedIsNotUsed() throws SQLException {
    snapshotAt(15);
    change("payload = '{\"text\": {}}'");

    assertThat(sequences(reader().withSnapshot("stream"))).isEqualTo(fromTo(0, 19));
  }

  @Test
  void aSnapshotThatAnUpcasterTakesAwayIsNotUsed() {
    snapshotAt(15);
    EventUpcaster notTheFifteenth =
        events -> events.filter(event -> event.getSequenceNumber().orElseThrow() != 15);

    assertThat(sequences(reader(SnapshotFilter.allowAll(), notTheFifteenth).withSnapshot("stream")))
        .doesNotContain(15L)
        .hasSize(19);
  }

  private void change(String what) throws SQLException {
    fixture.execute(fixture.database.ownerDataSource(), "UPDATE snapshots SET " + what);
  }

  @Test
  void theLastSequenceIsThatOfTheLogWhateverUpcastersLeave() {
    DomainEventStream stream =
        reader(
                SnapshotFilter.allowAll(),
                events -> events.filter(event -> event.getSequenceNumber().orElseThrow() < 10))
            .withSnapshot("stream");

    assertThat(sequences(stream)).isEqualTo(fromTo(0, 9));
    assertThat(stream.getLastSequenceNumber()).isEqualTo(19);
  }

  @Test
  void whatTheUnitOfWorkHasPublishedComesLast() {
    snapshotAt(18);
    DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
    fixture.log.eventStore().publish(event("stream", 20), event("another", 0));

    assertThat(sequences(fixture.log.eventStore().readEvents("stream"))).isEqualTo(fromTo(18, 20));
    assertThat(sequences(fixture.log.eventStore().readEvents("stream", 20)))
        .isEqualTo(fromTo(20, 20));
    assertThat(fixture.log.eventStore().lastSequenceNumberFor("stream")).hasValue(20L);
    work.rollback();
  }
}
