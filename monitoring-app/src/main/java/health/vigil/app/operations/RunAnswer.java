package health.vigil.app.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.vigil.rebuild.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild or a verification.
 *
 * @param version of the code that replays
 * @param position up to which the log has been replayed
 * @param target the position that is to be reached; it grows while the log does
 * @param events handled
 * @param eventsPerSecond since it began
 * @param endedAt not there while it runs, and when it was interrupted
 * @param failure why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunAnswer(
    String id,
    Run.State state,
    int version,
    long position,
    long target,
    long events,
    long eventsPerSecond,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String failure) {

  static RunAnswer of(Run run) {
    return new RunAnswer(
        run.id(),
        run.state(),
        run.version(),
        run.position(),
        run.target(),
        run.events(),
        Math.round(run.eventsPerSecond()),
        run.startedAt(),
        run.endedAt(),
        run.failure());
  }
}
