package health.vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Axon keeps beside the log. */
class StoresTest {

  private static final String PROCESSOR = "ward-board";
  private static final AssociationValue STAY = new AssociationValue("stay", "stay-1");

  private final LogFixture fixture = LogFixture.empty();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
    fixture.close();
  }

  @Test
  void aTokenIsStoredAsTextAndReadBackWithoutAClaim() {
    TokenStore tokens = fixture.log.tokenStore();
    tokens.initializeTokenSegments(PROCESSOR, 2);
    tokens.fetchToken(PROCESSOR, 0);

    tokens.storeToken(at(42), PROCESSOR, 0);

    assertThat(tokens.fetchToken(PROCESSOR, 0)).isEqualTo(at(42));
    assertThat(fixture.node("node-2", Duration.ofSeconds(10)).storedPositions(PROCESSOR))
        .as("the second segment has not begun")
        .isEqualTo(Map.of(0, 42L, 1, -1L));
  }

  @Test
  void aTokenBelongsToOneNodeUntilItIsGivenBack() {
    TokenStore first = fixture.log.tokenStore();
    TokenStore second = fixture.node("node-2", Duration.ofSeconds(10)).tokenStore();
    first.initializeTokenSegments(PROCESSOR, 1);
    first.fetchToken(PROCESSOR, 0);

    assertThatThrownBy(() -> second.fetchToken(PROCESSOR, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> second.storeToken(at(1), PROCESSOR, 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    first.releaseClaim(PROCESSOR, 0);
    second.fetchToken(PROCESSOR, 0);
  }

  @Test
  void theTokenOfASilentNodePassesOn() {
    TokenStore silent = fixture.log.tokenStore();
    TokenStore eager = fixture.node("node-2", Duration.ofMillis(50)).tokenStore();
    silent.initializeTokenSegments(PROCESSOR, 1);
    silent.fetchToken(PROCESSOR, 0);

    await()
        .ignoreException(UnableToClaimTokenException.class)
        .until(() -> eager.fetchToken(PROCESSOR, 0) == null);
  }

  private static GlobalSequenceTrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }

  @Test
  void aSagaComesBackAsItWasAndIsReadableInTheTable() throws SQLException {
    SagaStore<Object> sagas = fixture.log.sagaStore();
    sagas.insertSaga(Episode.class, "saga-1", new Episode(1), Set.of(STAY));

    SagaStore.Entry<Episode> loaded = sagas.loadSaga(Episode.class, "saga-1");

    assertThat(loaded.saga()).isEqualTo(new Episode(1));
    assertThat(loaded.associationValues()).containsExactly(STAY);
    assertThat(sagas.findSagas(Episode.class, STAY)).containsExactly("saga-1");
    assertThat(fixture.ask("SELECT state ->> 'escalations' FROM sagas")).isEqualTo("1");
  }

  @Test
  void aSagaThatEndedIsGoneWithItsAssociations() {
    SagaStore<Object> sagas = fixture.log.sagaStore();
    sagas.insertSaga(Episode.class, "saga-1", new Episode(1), Set.of(STAY));

    sagas.deleteSaga(Episode.class, "saga-1", Set.of(STAY));

    assertThat(sagas.<Episode>loadSaga(Episode.class, "saga-1")).isNull();
    assertThat(sagas.findSagas(Episode.class, STAY)).isEmpty();
  }

  @Test
  void twoThatUpdateOneSagaTakeTurnsAndLoseNothing()
      throws InterruptedException, ExecutionException {
    SagaStore<Object> sagas = fixture.log.sagaStore();
    sagas.insertSaga(Episode.class, "saga-1", new Episode(0), Set.of(STAY));
    CountDownLatch firstHasLoaded = new CountDownLatch(1);
    CountDownLatch secondWaits = new CountDownLatch(1);

    Future<?> first =
        threads.submit(
            () ->
                escalate(
                    sagas,
                    () -> {
                      firstHasLoaded.countDown();
                      secondWaits.await();
                    }));
    firstHasLoaded.await();
    Future<?> second = threads.submit(() -> escalate(sagas, () -> {}));
    await().until(() -> fixture.ask(WAITING).equals("1"));
    secondWaits.countDown();
    first.get();
    second.get();

    assertThat(sagas.<Episode>loadSaga(Episode.class, "saga-1").saga()).isEqualTo(new Episode(2));
  }

  private static final String WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted";

  private Void escalate(SagaStore<Object> sagas, Pause pause) throws InterruptedException {
    var transaction = fixture.transactions.startTransaction();
    Episode loaded = sagas.<Episode>loadSaga(Episode.class, "saga-1").saga();
    pause.take();
    sagas.updateSaga(
        Episode.class,
        "saga-1",
        new Episode(loaded.escalations() + 1),
        new AssociationValuesImpl(Set.of(STAY)));
    transaction.commit();
    return null;
  }

  private interface Pause {
    void take() throws InterruptedException;
  }

  @Test
  void aDeadLetterComesBackAndBlocksItsSequence() {
    SequencedDeadLetterQueue<EventMessage<?>> letters = fixture.log.deadLetters(PROCESSOR);
    EventMessage<?> failed = LogFixture.event("stay-1", 0);

    letters.enqueue(
        "stay-1", new GenericDeadLetter<>("stay-1", failed, new IllegalStateException("broken")));
    letters.enqueueIfPresent(
        "stay-1", () -> new GenericDeadLetter<>("stay-1", LogFixture.event("stay-1", 1)));

    assertThat(letters.contains("stay-1")).isTrue();
    assertThat(letters.contains("stay-2")).isFalse();
    assertThat(fixture.log.deadLetters("another-group").size()).isZero();
    assertThat(letters.sequenceSize("stay-1")).isEqualTo(2);
    var first = letters.deadLetterSequence("stay-1").iterator().next();
    assertThat(first.message().getIdentifier()).isEqualTo(failed.getIdentifier());
    assertThat(first.message().getPayload()).isEqualTo(failed.getPayload());
    assertThat(first.cause().orElseThrow().message()).isEqualTo("broken");
  }

  @Test
  void aDeadLetterThatIsProcessedIsGone() {
    SequencedDeadLetterQueue<EventMessage<?>> letters = fixture.log.deadLetters(PROCESSOR);
    letters.enqueue("stay-1", new GenericDeadLetter<>("stay-1", LogFixture.event("stay-1", 0)));

    assertThat(letters.process(letter -> Decisions.evict())).isTrue();

    assertThat(letters.size()).isZero();
  }

  @Test
  void aDeadLetterOfAnOlderRevisionIsReadAsThePresentOne() {
    String name = LogFixture.Measured.class.getName();
    PostgresLog.Builder before = fixture.settings().eventSerializer(new Named(name, "1"));
    PostgresLog.Builder after = fixture.settings().upcasters(new Shouting(name));
    EventMessage<?> parked = LogFixture.event("stay-1", 0);
    try (PostgresLog log = before.build()) {
      log.deadLetters(PROCESSOR).enqueue("stay-1", new GenericDeadLetter<>("stay-1", parked));
    }

    try (PostgresLog log = after.build()) {
      EventMessage<?> read =
          log.deadLetters(PROCESSOR).deadLetterSequence("stay-1").iterator().next().message();

      assertThat(read.getPayloadType()).isEqualTo(LogFixture.Measured.class);
      assertThat(read.getPayload()).isEqualTo(new LogFixture.Measured("VALUE 0"));
      assertThat(read.getIdentifier()).isEqualTo(parked.getIdentifier());
    }
  }

  @Test
  void aDeadLetterThatNoMoreIsOneEventIsNotRead() {
    EventUpcaster none = events -> events.limit(0);
    fixture.log.deadLetters(PROCESSOR).enqueue("stay-1", letter());

    try (PostgresLog log = fixture.settings().upcasters(none).build()) {
      assertThatThrownBy(
              () -> log.deadLetters(PROCESSOR).deadLetterSequence("stay-1").iterator().next())
          .hasMessageContaining("has become 0 events");
    }
  }

  private static GenericDeadLetter<EventMessage<?>> letter() {
    return new GenericDeadLetter<>("stay-1", LogFixture.event("stay-1", 0));
  }

  /** Of revision 2 the text stands in capitals. */
  private static final class Shouting extends SingleEventUpcaster {
    private final SimpleSerializedType before;

    Shouting(String name) {
      this.before = new SimpleSerializedType(name, "1");
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().equals(before);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType(before.getName(), "2"),
          String.class,
          text -> text.replace("value", "VALUE"));
    }
  }

  /** A saga's state. */
  record Episode(@JsonProperty("escalations") int escalations) {}
}
