package health.vigil.app.idempotency;

import health.vigil.app.log.RecordedUnderKey;
import health.vigil.app.security.Actor;
import health.vigil.app.security.Repetitions;
import health.vigil.axon.command.CommandKey;
import health.vigil.refusal.Refusal;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Lets somebody who is out of reach of a patient by now ask again what came of a request. It is
 * known by its Idempotency-Key alone: whoever is let in for one key gets no other's answer.
 */
@Singleton
class RepeatedRequests implements Repetitions {
  private static final String KEY = RepeatedRequests.class.getName();
  private static final String POST = "POST";

  private final RecordedUnderKey log;
  private final Fingerprints fingerprints;
  private final Contents contents;

  RepeatedRequests(RecordedUnderKey log, Fingerprints fingerprints, Contents contents) {
    this.log = log;
    this.fingerprints = fingerprints;
    this.contents = contents;
  }

  @Override
  public boolean isAnsweredAgain(RoutingContext request, Actor actor) {
    String header = request.request().getHeader(IdempotencyKey.HEADER);
    if (header == null || !request.request().method().name().equals(POST)) {
      return false;
    }
    CommandKey key = key(request.normalizedPath(), header, actor);
    if (key == null || !isOf(actor, key)) {
      return false;
    }
    request.put(KEY, key);
    return true;
  }

  /** Whether the request may be answered under this key. */
  static boolean permits(RoutingContext request, CommandKey key) {
    @Nullable CommandKey only = request.get(KEY);
    return only == null || only.equals(key);
  }

  private boolean isOf(Actor actor, CommandKey key) {
    return log.find(key).stream()
        .findFirst()
        .filter(event -> contents.actorOf(event).equals(actor.id()))
        .isPresent();
  }

  /** Null when the header holds none. */
  private @Nullable CommandKey key(String path, String header, Actor actor) {
    try {
      return fingerprints.key(
          actor, CurrentRequest.operation(POST, path), IdempotencyKey.of(header, null));
    } catch (Refusal malformed) {
      return null;
    }
  }
}
