package health.vigil.app.idempotency;

import health.vigil.app.log.AppendFailures;
import health.vigil.app.log.EventMetadata;
import health.vigil.app.problem.LogProblems;
import health.vigil.app.problem.ProblemException;
import health.vigil.app.security.Actor;
import health.vigil.app.security.CurrentActor;
import health.vigil.app.security.Permitted;
import health.vigil.axon.command.Metadata;
import health.vigil.store.AppendedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;

/**
 * Sends the command of the request at hand and answers with what it recorded. A request that comes
 * again under the same key records nothing and is answered with the same events, also when it comes
 * while the first is under way, and also when the first one's answer was lost.
 */
@Singleton
public class Writes {
  private final CommandGateway gateway;
  private final JustAppended appends;
  private final Outcome outcome;
  private final Fingerprints fingerprints;
  private final CurrentRequest request;
  private final CurrentActor actors;
  private final Clock clock;

  Writes(
      CommandGateway gateway,
      JustAppended appends,
      Outcome outcome,
      Fingerprints fingerprints,
      CurrentRequest request,
      CurrentActor actors,
      Clock clock) {
    this.gateway = gateway;
    this.appends = appends;
    this.outcome = outcome;
    this.fingerprints = fingerprints;
    this.request = request;
    this.actors = actors;
    this.clock = clock;
  }

  /**
   * Under the request's Idempotency-Key, if it has one.
   *
   * @param body as it was parsed; another body under the same key is refused
   * @param command made of what was received
   */
  public Recorded post(Object body, Function<Received, ?> command) {
    return post(body, null, command);
  }

  /** As {@link #post(Object, Function)}; a message id is the key before any header. */
  public Recorded post(Object body, @Nullable String messageId, Function<Received, ?> command) {
    return send(body, IdempotencyKey.of(request.idempotencyKey(), messageId), command);
  }

  /** Under no key: what is put is guarded by its revision. */
  public Recorded put(Object body, Function<Received, ?> command) {
    return send(body, IdempotencyKey.random(Identification.REVISION), command);
  }

  /** What the request at hand asks for, to be sent later or not at all. */
  public Wish wish(Object body, @Nullable String messageId) {
    return wish(body, IdempotencyKey.of(request.idempotencyKey(), messageId));
  }

  private Recorded send(Object body, IdempotencyKey key, Function<Received, ?> command) {
    Wish wish = wish(body, key);
    Recorded recorded = wish.send(command.apply(wish.received()));
    if (recorded.correlationId() != null) {
      request.answerWith(recorded.correlationId());
    }
    return recorded;
  }

  private Wish wish(Object body, IdempotencyKey key) {
    Actor actor = actors.current();
    Received received =
        new Received(fingerprints.key(actor, request.operation(), key), clock.instant());
    if (!request.permits(received.key())) {
      throw new ProblemException(Permitted.NOT_HERE);
    }
    String content = fingerprints.content(received.key(), body);
    return new Wish(
        received,
        content,
        metadata(actor, received, content),
        (wish, message) -> send(wish, message, key.by()));
  }

  private Recorded send(Wish wish, CommandMessage<?> message, Identification by) {
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    List<AppendedEvent> appended = appends.by(() -> failure.set(failureOf(message)));
    try {
      return outcome.of(wish.received().key(), wish.content(), appended, failure.get());
    } catch (RuntimeException failed) {
      throw AppendFailures.isUnknown(failed)
          ? new ProblemException(LogProblems.unknown(by.advice()), failed)
          : failed;
    }
  }

  private @Nullable RuntimeException failureOf(CommandMessage<?> message) {
    try {
      gateway.<Object>sendAndWait(message);
      return null;
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  private Map<String, String> metadata(Actor actor, Received received, String content) {
    Map<String, String> metadata = new HashMap<>(request.correlation());
    metadata.put(Metadata.COMMAND_KEY, received.key().value());
    metadata.put(Metadata.REQUEST_HASH, content);
    metadata.put(Metadata.ACTOR, actor.id());
    metadata.put(EventMetadata.CLIENT, actor.client());
    return metadata;
  }
}
