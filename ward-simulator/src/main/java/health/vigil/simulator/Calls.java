package health.vigil.simulator;

import health.vigil.simulator.VigilApi.Answer;
import health.vigil.simulator.VigilApi.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Calls until there is an answer to keep: when Vigil can not be reached, has no place or fails, the
 * same call is made again, after as long as Vigil asks for. At most so many calls are under way;
 * the others wait their turn. Used on the {@link Clockwork} only.
 */
final class Calls {
  private static final Duration SHORTEST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final VigilApi api;
  private final Clockwork clockwork;
  private final int atOnce;
  private final Tally tally;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int underWay;

  Calls(VigilApi api, Clockwork clockwork, int atOnce, Tally tally) {
    this.api = api;
    this.clockwork = clockwork;
    this.atOnce = atOnce;
    this.tally = tally;
  }

  /** The answer is a success or a refusal that stays one; it is given on the clockwork. */
  CompletableFuture<Answer> send(Call call) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    attempt(call, 0, answer);
    return answer;
  }

  private void attempt(Call call, int failures, CompletableFuture<Answer> answer) {
    if (underWay >= atOnce) {
      waiting.add(() -> attempt(call, failures, answer));
      return;
    }
    underWay++;
    Instant sent = clockwork.now();
    CompletableFuture<Answer> unused =
        api.send(call)
            .whenComplete(
                (received, failure) ->
                    clockwork.execute(
                        () -> settle(call, failures, answer, sent, received, failure)));
  }

  private void settle(
      Call call,
      int failures,
      CompletableFuture<Answer> answer,
      Instant sent,
      @Nullable Answer received,
      @Nullable Throwable failure) {
    underWay--;
    tally.answered(Duration.between(sent, clockwork.now()));
    if (received != null && !received.passing()) {
      answer.complete(received);
    } else {
      tally.retried(received == null ? "not reached: " + failure : received.problem());
      clockwork.after(pause(received, failures), () -> attempt(call, failures + 1, answer));
    }
    if (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  private static Duration pause(@Nullable Answer received, int failures) {
    String asked = received == null ? "" : received.retryAfter().orElse("");
    Duration wait =
        asked.matches("\\d{1,4}")
            ? Duration.ofSeconds(Long.parseLong(asked))
            : SHORTEST_WAIT.multipliedBy(1L << Math.min(5, failures));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
