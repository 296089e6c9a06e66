package health.vigil.store;

import static health.vigil.store.LogFixture.event;
import static health.vigil.store.Reader.fromTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: what one appends the other reads, and soon. */
class NodesTest {

  private static final int EVENTS = 600;
  private static final long PAUSE = 2_000_000;

  private final LogFixture fixture = LogFixture.empty();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void close() {
    threads.shutdownNow();
    fixture.close();
  }

  /** The latency is printed, and not asserted: it is the machine's too. */
  @Test
  @SuppressWarnings("SystemOut")
  void bothReadWhatBothAppendInOneOrderWithoutGapOrRepeat()
      throws InterruptedException, ExecutionException {
    AtomicLongArray answered = new AtomicLongArray(EVENTS + 1);
    long[] seen = new long[EVENTS + 1];
    try (PostgresLog one = fixture.settings().build();
        PostgresLog other = fixture.settings().build();
        Reader atOne = new Reader(one.eventStore().openStream(null));
        Reader atOther = new Reader(other.eventStore().openStream(null))) {
      Future<List<Long>> first = threads.submit(() -> atOne.positions(EVENTS));
      Future<List<Long>> second = threads.submit(() -> noting(atOther, seen));

      for (int i = 1; i <= EVENTS; i++) {
        (i % 3 == 0 ? other : one).storageEngine().appendEvents(event("stream", i - 1));
        answered.set(i, i % 3 == 0 ? 0 : System.nanoTime());
        LockSupport.parkNanos(PAUSE);
      }

      assertThat(first.get()).isEqualTo(fromTo(1, EVENTS));
      assertThat(second.get()).isEqualTo(fromTo(1, EVENTS));
    }
    long[] late = new long[EVENTS];
    int count = 0;
    for (int i = 1; i <= EVENTS; i++) {
      if (answered.get(i) != 0) {
        late[count++] = Math.max(0, seen[i] - answered.get(i)) / 1_000;
      }
    }
    long[] sorted = Arrays.copyOf(late, count);
    Arrays.sort(sorted);
    System.out.printf(
        "from the answer to an append to another node's reader: median %d µs, 99th percentile %d µs,"
            + " longest %d µs%n",
        sorted[count / 2], sorted[count * 99 / 100], sorted[count - 1]);
  }

  private static List<Long> noting(Reader reader, long[] seen) throws InterruptedException {
    List<Long> positions = new ArrayList<>();
    for (int i = 1; i < seen.length; i++) {
      positions.addAll(reader.positions(1));
      seen[i] = System.nanoTime();
    }
    return positions;
  }
}
