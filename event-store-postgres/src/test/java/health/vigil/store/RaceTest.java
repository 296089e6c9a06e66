package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sixteen writers at once, and readers that follow them. */
class RaceTest {

  private static final int WRITERS = 16;
  private static final int APPENDS = 40;
  private static final int EVENTS = WRITERS * APPENDS * 3 / 2;

  private final LogFixture fixture = LogFixture.empty();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
    fixture.close();
  }

  @Test
  void positionsAreGaplessAndAReaderThatFollowsMissesAndRepeatsNothing()
      throws InterruptedException, ExecutionException {
    Future<List<Long>> follower = threads.submit(this::follow);
    Future<List<Long>> trackingFollower = threads.submit(this::followTracking);

    all(IntStream.range(0, WRITERS).mapToObj(writer -> writing(writer)).toList());

    List<Long> expected = LongStream.rangeClosed(1, EVENTS).boxed().toList();
    assertThat(follower.get()).containsExactlyElementsOf(expected);
    assertThat(trackingFollower.get()).containsExactlyElementsOf(expected);
  }

  /** Appends of one and of two events; some are rolled back, and must leave no gap. */
  private Callable<Void> writing(int writer) {
    return () -> {
      EventStorageEngine engine = fixture.log.storageEngine();
      String stream = "writer-" + writer;
      long sequence = 0;
      for (int append = 0; append < APPENDS; append++) {
        if (append % 10 == 5) {
          abandon(engine, stream, sequence);
        }
        if (append % 2 == 0) {
          engine.appendEvents(event(stream, sequence++), event(stream, sequence++));
        } else {
          engine.appendEvents(event(stream, sequence++));
        }
      }
      return null;
    };
  }

  private void abandon(EventStorageEngine engine, String stream, long sequence) {
    var transaction = fixture.transactions.startTransaction();
    engine.appendEvents(event(stream, sequence));
    transaction.rollback();
  }

  private List<Long> follow() {
    EventLog log = fixture.log.eventLog();
    List<Long> seen = new ArrayList<>();
    while (seen.size() < EVENTS) {
      long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
      log.read(last, 7).forEach(event -> seen.add(event.position()));
    }
    return seen;
  }

  private List<Long> followTracking() {
    EventStorageEngine engine = fixture.log.storageEngine();
    List<Long> seen = new ArrayList<>();
    TrackingToken token = null;
    while (seen.size() < EVENTS) {
      for (TrackedEventMessage<?> event : engine.readEvents(token, false).toList()) {
        token = event.trackingToken();
        seen.add(token.position().orElseThrow());
      }
    }
    return seen;
  }

  @Test
  void positionsEqualTheOrderOfCommitsAndRecordedTimesNeverDecrease()
      throws InterruptedException, ExecutionException {
    List<Long> answered = Collections.synchronizedList(new ArrayList<>());
    Object commits = new Object();
    all(
        IntStream.range(0, WRITERS)
            .mapToObj(
                writer ->
                    (Callable<Void>)
                        () -> {
                          for (int append = 0; append < 10; append++) {
                            var transaction = fixture.transactions.startTransaction();
                            fixture.append(event("writer-" + writer, append));
                            synchronized (commits) {
                              transaction.commit();
                              answered.add(positionOf("writer-" + writer, append));
                            }
                          }
                          return null;
                        })
            .toList());

    assertThat(answered).isSorted().hasSize(WRITERS * 10);
    assertThat(fixture.log.eventLog().read(0, 1000))
        .extracting(RecordedEvent::recordedAt)
        .isSorted();
  }

  private long positionOf(String stream, long sequence) {
    return fixture.log.eventLog().byStream(stream, sequence, 1).get(0).position();
  }

  @Test
  void ofManyWhoWantTheSamePlaceOneWins() throws InterruptedException, ExecutionException {
    fixture.fill("slot", 1);
    AtomicInteger wins = new AtomicInteger();
    AtomicInteger conflicts = new AtomicInteger();

    all(
        Collections.nCopies(
            WRITERS,
            () -> {
              try {
                fixture.append(event("slot", 1));
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
