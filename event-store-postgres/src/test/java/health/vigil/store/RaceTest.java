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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sixteen writers at once. */
class RaceTest {

  private static final int WRITERS = 16;
  private static final int APPENDS = 20;

  private final LogFixture fixture = LogFixture.empty();
  private final EventLog log = fixture.log.eventLog();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Long> positions = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    threads.shutdownNow();
    fixture.close();
  }

  @Test
  void positionsEqualTheOrderOfCommitsWithoutGapsAndRecordedTimesNeverDecrease()
      throws InterruptedException, ExecutionException {
    Future<List<Long>> follower = threads.submit(this::follow);

    for (Future<Void> writer :
        threads.invokeAll(IntStream.range(0, WRITERS).mapToObj(this::writing).toList())) {
      writer.get();
    }

    List<Long> everyPosition = LongStream.rangeClosed(1, WRITERS * APPENDS).boxed().toList();
    assertThat(positions).containsExactlyInAnyOrderElementsOf(everyPosition);
    assertThat(follower.get()).containsExactlyElementsOf(everyPosition);
    assertThat(log.read(0, 1000)).extracting(RecordedEvent::recordedAt).isSorted();
  }

  private Callable<Void> writing(int writer) {
    return () -> {
      String stream = "writer-" + writer;
      for (int sequence = 0; sequence < APPENDS; sequence++) {
        append(stream, sequence);
      }
      return null;
    };
  }

  /** Whoever is answered finds the event, and a higher position than all that were seen before. */
  private void append(String stream, long sequence) {
    long before = log.head();
    fixture.append(event(stream, sequence));
    long position = log.byStream(stream, sequence, 1).get(0).position();
    assertThat(position).isGreaterThan(before);
    positions.add(position);
  }

  private List<Long> follow() {
    List<Long> seen = new ArrayList<>();
    while (seen.size() < WRITERS * APPENDS) {
      long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1);
      log.read(last, 7).forEach(event -> seen.add(event.position()));
    }
    return seen;
  }
}
