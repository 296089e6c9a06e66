package health.vigil.app.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were found to hold a moment ago: to verify a signature costs more than all the rest.
 * A token is known by its digest, for a minute and never longer than it lives; then it is verified
 * again, by the keys of then. Only what held is remembered.
 */
@Singleton
class KnownTokens {
  static final Duration REMEMBERED = Duration.ofMinutes(1);
  static final int MOST = 10_000;

  private final Clock clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        @java.io.Serial private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  KnownTokens(Clock clock) {
    this.clock = clock;
  }

  private record Known(Actor actor, Instant until) {}

  /** What the request shows as a token, by its digest; null when it is not exactly one header. */
  static @Nullable String digest(HttpServerRequest request) {
    List<String> shown = request.headers().getAll(HttpHeaders.AUTHORIZATION);
    return shown.size() == 1 ? digest(shown.get(0)) : null;
  }

  /** Whose token it is, when it held within the last minute and has not expired. */
  Optional<Actor> find(String digest) {
    synchronized (known) {
      return Optional.ofNullable(known.get(digest))
          .filter(entry -> clock.instant().isBefore(entry.until()))
          .map(Known::actor);
    }
  }

  /** The token holds. */
  void remember(String digest, Actor actor) {
    Instant latest = clock.instant().plus(REMEMBERED);
    Instant until = actor.until().isBefore(latest) ? actor.until() : latest;
    synchronized (known) {
      known.remove(digest);
      known.put(digest, new Known(actor, until));
    }
  }

  private static String digest(String shown) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(shown.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
