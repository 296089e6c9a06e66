package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static health.vigil.store.Reader.fromTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.vigil.store.LogFixture.Measured;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever tracks the log: history, the live end, and the way from the one to the other. */
class TrackingTest {

  private static final int STREAMS = 64;

  private final LogFixture fixture = LogFixture.empty();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    threads.shutdownNow();
    fixture.close();
  }

  private Reader reader(PostgresLog log, long after) {
    Reader reader = new Reader(log.eventStore().openStream(new GlobalSequenceTrackingToken(after)));
    open.add(0, reader);
    return reader;
  }

  private Reader reader() {
    return reader(fixture.log, 0);
  }

  private PostgresLog node(PostgresLog.Builder settings) {
    PostgresLog node = settings.build();
    open.add(node);
    return node;
  }

  @Test
  void aStreamGivesWhatTheLogHoldsAndThenFollowsIt() throws InterruptedException {
    fixture.fill("old", 5_500);
    Reader reader = reader();

    assertThat(reader.positions(5_500)).isEqualTo(fromTo(1, 5_500));
    assertThat(reader.stream().hasNextAvailable()).isFalse();

    fixture.fill("new", 3);

    assertThat(reader.positions(3)).isEqualTo(fromTo(5_501, 5_503));
  }

  @Test
  void aStreamBeginsAfterItsToken() throws InterruptedException {
    fixture.fill("stream", 10);

    assertThat(reader(fixture.log, 7).positions(3)).isEqualTo(fromTo(8, 10));
    assertThat(new Reader(fixture.log.eventStore().openStream(null)).positions(1))
        .containsExactly(1L);
  }

  @Test
  void aTokenThatIsNoPositionIsRefused() {
    assertThatThrownBy(
            () ->
                fixture
                    .log
                    .eventStore()
                    .openStream(GapAwareTrackingToken.newInstance(3, List.of(1L))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBatchOfARebuildIsNotSmallBecauseItWasQuick() throws InterruptedException {
    fixture.fill("stream", 5_000);
    Reader reader = reader();

    for (long position = 1; position < 5_000; position++) {
      assertThat(reader.positions(1)).containsExactly(position);
      assertThat(reader.stream().peek().map(Reader::position)).hasValue(position + 1);
    }
  }

  @Test
  void atTheLiveEndThereIsNothingToPeekAtUntilItIsAppended() throws InterruptedException {
    Reader reader = reader();

    assertThat(reader.stream().hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(reader.stream().peek()).isEmpty();
    fixture.fill("stream", 1);

    await().until(() -> reader.stream().peek().isPresent());
    assertThat(reader.positions(1)).containsExactly(1L);
  }

  @Test
  void manyStreamsMissAndRepeatNothingWhileWritersWrite()
      throws InterruptedException, ExecutionException {
    fixture.fill("before", 1_500);
    List<Callable<List<Long>>> readers = new ArrayList<>();
    for (int i = 0; i < STREAMS; i++) {
      Reader reader = reader(fixture.log, 20L * i);
      int expected = 3_500 - 20 * i;
      readers.add(() -> reader.positions(expected));
    }
    List<Future<List<Long>>> reading = new ArrayList<>();
    readers.forEach(reader -> reading.add(threads.submit(reader)));

    for (int append = 0; append < 1_000; append++) {
      fixture.append(event("live", 2L * append), event("live", 2L * append + 1));
    }

    for (int i = 0; i < STREAMS; i++) {
      assertThat(reading.get(i).get()).isEqualTo(fromTo(20L * i + 1, 3_500));
    }
  }

  @Test
  void newEventsAreDecodedOnceForAllWhoFollow() throws InterruptedException {
    AtomicInteger decoded = new AtomicInteger();
    PostgresLog node = node(fixture.settings().eventSerializer(new Counting(decoded)));
    List<Reader> readers = new ArrayList<>();
    fixture.fill("first", 1);
    for (int i = 0; i < 8; i++) {
      Reader reader = reader(node, 0);
      assertThat(reader.positions(1)).containsExactly(1L);
      readers.add(reader);
    }
    decoded.set(0);

    fixture.fill("stream", 100);
    for (Reader reader : readers) {
      assertThat(reader.next(100)).allMatch(event -> event.getPayload() instanceof Measured);
    }

    assertThat(decoded).hasValue(100);
  }

  @Test
  void whoFallsBehindWhatIsKeptReadsTheLogAgain() throws InterruptedException {
    PostgresLog node = node(fixture.settings().window(10));
    Reader slow = reader(node, 0);
    Reader quick = reader(node, 0);
    fixture.fill("first", 1);
    assertThat(slow.positions(1)).containsExactly(1L);
    assertThat(quick.positions(1)).containsExactly(1L);

    for (int append = 0; append < 50; append++) {
      fixture.fill("stream-" + append, 20);
      assertThat(quick.positions(20)).hasSize(20);
    }

    assertThat(slow.positions(1_000)).isEqualTo(fromTo(2, 1_001));
    fixture.fill("last", 1);
    assertThat(slow.positions(1)).containsExactly(1_002L);
  }

  @Test
  void anInterruptedReaderIsToldSo() throws InterruptedException {
    Reader reader = reader();
    Future<?> waiting =
        threads.submit(
            () -> {
              Thread.currentThread().interrupt();
              assertThatThrownBy(reader.stream()::nextAvailable)
                  .isInstanceOf(InterruptedException.class);
              Thread.currentThread().interrupt();
              assertThat(reader.stream().peek()).isEmpty();
              assertThat(Thread.interrupted()).isTrue();
              return null;
            });

    await().until(waiting::isDone);
    fixture.fill("stream", 1);
    assertThat(reader.positions(1)).containsExactly(1L);
  }

  @Test
  void anOutageOfTheDatabaseOnlyDelaysWhoFollows() throws InterruptedException, SQLException {
    Reader reader = reader();
    fixture.fill("before", 1);
    assertThat(reader.positions(1)).containsExactly(1L);

    fixture.execute(
        fixture.database.ownerDataSource(), "ALTER TABLE events RENAME TO events_out_of_reach");
    fixture.log.tail().appended(2);
    assertThat(reader.stream().hasNextAvailable(50, TimeUnit.MILLISECONDS)).isFalse();
    fixture.execute(
        fixture.database.ownerDataSource(), "ALTER TABLE events_out_of_reach RENAME TO events");
    fixture.fill("after", 1);

    assertThat(reader.positions(1)).containsExactly(2L);
  }

  @Test
  void historyThatCanNotBeReadIsToldToWhoReads() throws SQLException {
    fixture.execute(
        fixture.database.ownerDataSource(), "ALTER TABLE events RENAME TO events_out_of_reach");
    Reader reader = reader();

    assertThat(reader.stream().peek()).isEmpty();
    assertThatThrownBy(() -> reader.stream().hasNextAvailable(10, TimeUnit.SECONDS))
        .hasMessage("The log could not be read");
    assertThatThrownBy(() -> reader.stream().nextAvailable())
        .hasMessage("The log could not be read");
  }

  private static final class Counting extends JacksonSerializer {

    private final AtomicInteger decoded;

    Counting(AtomicInteger decoded) {
      super(JacksonSerializer.builder());
      this.decoded = decoded;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as declared by Axon
    public <S, T> T deserialize(SerializedObject<S> object) {
      if (object.getType().getName().equals(Measured.class.getName())) {
        decoded.incrementAndGet();
      }
      return super.deserialize(object);
    }
  }
}
