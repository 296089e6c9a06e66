package health.vigil.rebuild;

import health.vigil.projection.ReadModels;
import health.vigil.projection.testlog.GeneratedLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Several hospitals that write to one log at the same time, in appends of all sizes, so that the
 * read models following it meet batches that no rebuild will repeat.
 */
final class BusyLog {
  private static final int EVENTS_AT_ONCE = 60;

  private final ReadModels readModels;
  private final int eventsEach;

  BusyLog(ReadModels readModels, int eventsEach) {
    this.readModels = readModels;
    this.eventsEach = eventsEach;
  }

  /** Returns when all is appended. */
  void write(long... seeds) {
    CompletableFuture<?>[] writers =
        LongStream.of(seeds)
            .mapToObj(seed -> CompletableFuture.runAsync(() -> write(seed)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(writers).join();
  }

  private void write(long seed) {
    Random sizes = new Random(seed);
    List<DomainEventMessage<?>> waiting = new ArrayList<>();
    int enough = 1;
    for (List<DomainEventMessage<?>> append : GeneratedLog.of(seed, eventsEach).appends()) {
      waiting.addAll(append);
      if (waiting.size() >= enough) {
        readModels.append(waiting);
        waiting = new ArrayList<>();
        enough = 1 + sizes.nextInt(EVENTS_AT_ONCE);
      }
    }
    if (!waiting.isEmpty()) {
      readModels.append(waiting);
    }
  }
}
