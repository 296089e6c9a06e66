package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.store.LogFixture.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Vigil asks of any storage engine, beyond what Axon's own suite asks. */
abstract class StorageContract {

  private static final int WRITERS = 16;
  private static final int APPENDS = 40;
  private static final int EVENTS = WRITERS * APPENDS * 3 / 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** An engine on an empty log. */
  abstract EventStorageEngine engine();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private void fill(String stream, int size) {
    engine()
        .appendEvents(
            IntStream.range(0, size)
                .mapToObj(sequence -> event(stream, sequence))
                .toArray(DomainEventMessage<?>[]::new));
  }

  private List<Long> sequences(String stream) {
    return engine()
        .readEvents(stream)
        .asStream()
        .<Long>map(DomainEventMessage::getSequenceNumber)
        .toList();
  }

  @Test
  void aStreamIsReadInTheOrderInWhichItWasAppended() {
    fill("stream", 3);
    engine().appendEvents(event("stream", 3), event("stream", 4));

    assertThat(sequences("stream")).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void aStreamBeginsOnce() {
    fill("stream", 1);

    assertThatThrownBy(() -> engine().appendEvents(event("stream", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void aPlaceInAStreamIsTakenOnce() {
    fill("stream", 2);

    assertThatThrownBy(() -> engine().appendEvents(event("stream", 1)))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void anEventIdentifierIsRecordedOnce() {
    engine().appendEvents(identified("once", "first", 0));

    assertThatThrownBy(() -> engine().appendEvents(identified("once", "second", 1)))
        .isInstanceOf(ConcurrencyException.class);
  }

  private static DomainEventMessage<Measured> identified(String id, String stream, long sequence) {
    return new GenericDomainEventMessage<>(
        LogFixture.STREAM_TYPE,
        stream,
        sequence,
        new Measured("value"),
        MetaData.emptyInstance(),
        id,
        Instant.EPOCH);
  }

  @Test
  void anAppendIsAllOrNothing() {
    fill("taken", 1);

    assertThatThrownBy(() -> engine().appendEvents(event("half", 0), event("taken", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);

    assertThat(sequences("half")).isEmpty();
    assertThat(sequences("taken")).containsExactly(0L);
  }

  @Test
  void positionsAreGaplessAndWhoFollowsMissesAndRepeatsNothing()
      throws InterruptedException, ExecutionException {
    Future<List<Long>> follower = threads.submit(this::follow);

    all(IntStream.range(0, WRITERS).mapToObj(this::writing).toList());

    assertThat(follower.get())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, EVENTS).boxed().toList());
  }

  /**
   * Appends of one and of two events; now and then one that is refused, which must leave no gap.
   */
  private Callable<Void> writing(int writer) {
    return () -> {
      String stream = "writer-" + writer;
      long sequence = 0;
      for (int append = 0; append < APPENDS; append++) {
        if (append % 10 == 5) {
          long taken = sequence - 1;
          assertThatThrownBy(
                  () -> engine().appendEvents(event(stream + "-more", 0), event(stream, taken)))
              .isInstanceOf(ConcurrencyException.class);
        }
        if (append % 2 == 0) {
          engine().appendEvents(event(stream, sequence++), event(stream, sequence++));
        } else {
          engine().appendEvents(event(stream, sequence++));
        }
      }
      return null;
    };
  }

  private List<Long> follow() {
    List<Long> seen = new ArrayList<>();
    TrackingToken token = null;
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (seen.size() < EVENTS
        && System.nanoTime() < giveUp
        && !Thread.currentThread().isInterrupted()) {
      for (TrackedEventMessage<?> event : engine().readEvents(token, false).toList()) {
        token = event.trackingToken();
        seen.add(token.position().orElse(-1));
      }
    }
    return seen;
  }

  @Test
  void ofManyWhoWantTheSamePlaceOneWins() throws InterruptedException, ExecutionException {
    fill("slot", 1);
    AtomicInteger wins = new AtomicInteger();
    AtomicInteger conflicts = new AtomicInteger();

    all(
        Collections.nCopies(
            WRITERS,
            () -> {
              try {
                engine().appendEvents(event("slot", 1));
                wins.incrementAndGet();
              } catch (ConcurrencyException e) {
                conflicts.incrementAndGet();
              }
              return null;
            }));

    assertThat(wins).hasValue(1);
    assertThat(conflicts).hasValue(WRITERS - 1);
  }

  private void all(List<Callable<Void>> tasks) throws InterruptedException, ExecutionException {
    for (Future<Void> task : threads.invokeAll(tasks)) {
      task.get();
    }
  }
}
