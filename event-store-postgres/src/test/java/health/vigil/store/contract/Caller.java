package health.vigil.store.contract;

import health.vigil.store.contract.Outcome.Kind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/** Appends as an application does, and writes down what it is told. */
final class Caller {

  private static final Duration BEFORE_A_REPEAT = Duration.ofMillis(20);

  private final EventStorageEngine engine;
  private final Ledger ledger;
  private final Executor threads;
  private final Duration patience;

  /**
   * @param patience after which a call counts as never answered
   */
  Caller(EventStorageEngine engine, Ledger ledger, Executor threads, Duration patience) {
    this.engine = engine;
    this.ledger = ledger;
    this.threads = threads;
    this.patience = patience;
  }

  /** One attempt. */
  Outcome append(Intent intent) throws InterruptedException {
    int attempt = ledger.begin(intent);
    Outcome outcome = call(intent);
    ledger.end(attempt, outcome);
    return outcome;
  }

  /** Attempts under the same key until it is known what became of it. */
  Outcome settle(Intent intent) throws InterruptedException {
    long giveUp = System.nanoTime() + patience.toNanos();
    Outcome outcome = append(intent);
    while (outcome.invitesRepeat() && System.nanoTime() < giveUp) {
      LockSupport.parkNanos(BEFORE_A_REPEAT.toNanos());
      outcome = append(intent);
    }
    return outcome;
  }

  private Outcome call(Intent intent) throws InterruptedException {
    CompletableFuture<@Nullable Void> call =
        CompletableFuture.runAsync(() -> engine.appendEvents(intent.events()), threads);
    try {
      call.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return Outcome.of(Kind.COMMITTED);
    } catch (TimeoutException e) {
      return Outcome.of(Kind.UNANSWERED);
    } catch (ExecutionException e) {
      return Answers.read(e.getCause());
    }
  }

  long lastSequence(String stream) {
    return engine.lastSequenceNumberFor(stream).orElse(-1L);
  }
}
