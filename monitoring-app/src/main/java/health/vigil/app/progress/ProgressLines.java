package health.vigil.app.progress;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.problem.Problems;
import health.vigil.app.thread.Daemons;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Long work as lines of JSON: {@code {"progress":{"done":…,"of":…}}} at most every half second,
 * then {@code {"result":…}} or {@code {"problem":…}}. When the client goes away the work ends where
 * it next tells of its progress.
 */
@Singleton
public class ProgressLines {
  public static final String MEDIA_TYPE = "application/x-ndjson";

  /** Who accepts anything gets JSON. */
  public static final String IF_ASKED_FOR = MEDIA_TYPE + ";qs=0.1";

  private static final long EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final ObjectMapper mapper;
  private final Problems problems;

  ProgressLines(ObjectMapper mapper, Problems problems) {
    this.mapper = mapper;
    this.problems = problems;
  }

  /** Is told how far the work is. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long of);
  }

  /** Work that may take long. */
  @FunctionalInterface
  public interface Work {
    Object done(Progress progress) throws InterruptedException;
  }

  private record Far(long done, long of) {}

  /** Begins, on a thread of its own, when it is subscribed to. */
  public Multi<byte[]> of(Work work) {
    return of(work, () -> {});
  }

  /**
   * As {@link #of(Work)}.
   *
   * @param over told once when the work has ended, whatever came of it
   */
  public Multi<byte[]> of(Work work, Runnable over) {
    return Multi.createFrom().emitter(lines -> begin(work, over, lines));
  }

  private void begin(Work work, Runnable over, MultiEmitter<? super byte[]> lines) {
    Daemons.thread("progress", () -> run(work, over, lines)).start();
  }

  private void run(Work work, Runnable over, MultiEmitter<? super byte[]> lines) {
    try {
      lines.emit(lastLine(work, new Told(lines)));
    } catch (CancellationException gone) {
      // Nobody is there to be told.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      over.run();
      lines.complete();
    }
  }

  private byte[] lastLine(Work work, Progress progress) throws InterruptedException {
    try {
      return line("result", work.done(progress));
    } catch (CancellationException gone) {
      throw gone;
    } catch (RuntimeException failed) {
      return line("problem", problems.of(failed));
    }
  }

  /** The framework puts the line feeds between. */
  private byte[] line(String name, Object value) {
    try {
      return mapper.writeValueAsString(Map.of(name, value)).getBytes(UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("an answer can be written", impossible);
    }
  }

  /** Tells a client no more often than it is worth. */
  private final class Told implements Progress {
    private final MultiEmitter<? super byte[]> lines;
    private long last = System.nanoTime();

    Told(MultiEmitter<? super byte[]> lines) {
      this.lines = lines;
    }

    @Override
    public void at(long done, long of) {
      if (lines.isCancelled()) {
        throw new CancellationException("The client has gone");
      }
      long now = System.nanoTime();
      if (now - last >= EVERY_NANOS) {
        last = now;
        lines.emit(line("progress", new Far(done, of)));
      }
    }
  }
}
