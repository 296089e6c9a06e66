package health.vigil.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Many events, appended as any others but in large appends, so that it does not take long. */
final class Filling {
  private static final int CALLERS = 4;
  private static final int EVENTS = 250;
  private static final int STREAMS = 50;
  private static final int APPENDS_TO_THEM = 20;
  private static final int PROGRESS = 1_000_000;

  private final EventStorageEngine engine;
  private final Readings readings;

  Filling(EventStorageEngine engine, Readings readings) {
    this.engine = engine;
    this.readings = readings;
  }

  /** Exactly so many. */
  void append(int events) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Void>> parts = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        int share = events / CALLERS + (i < events % CALLERS ? 1 : 0);
        boolean tells = i == 0;
        parts.add(() -> part(share, tells));
      }
      for (Future<Void> part : pool.invokeAll(parts)) {
        part.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the log could not be filled", e);
    } finally {
      pool.shutdown();
    }
  }

  @SuppressWarnings("SystemOut")
  private Void part(int events, boolean tells) {
    for (int done = 0; done < events; ) {
      Streams streams = readings.streams(STREAMS);
      for (int i = 0; i < APPENDS_TO_THEM && done < events; i++) {
        int size = Math.min(EVENTS, events - done);
        engine.appendEvents(streams.next(size));
        done += size;
        if (tells && done % (PROGRESS / CALLERS) == 0) {
          System.out.printf("  %,d events are in the log%n", done * CALLERS);
        }
      }
    }
    return null;
  }
}
