package health.vigil.app.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Makes of a token that holds who acts. */
@Singleton
class Tokens {
  /** Ids stand in the log's metadata for ever, and in one line. */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}._:@|/+=~-]{1,200}");

  private static final String DEVICE = "vigil_device";

  private final Groups groups;

  Tokens(Groups groups) {
    this.groups = groups;
  }

  /**
   * Nobody, when the token says not well who its bearer is.
   *
   * @param identity null when there was no token
   */
  Optional<Actor> actor(@Nullable SecurityIdentity identity) {
    if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    return id(token.getSubject()).map(subject -> actor(subject, token, identity));
  }

  private Actor actor(String subject, JsonWebToken token, SecurityIdentity identity) {
    return new Actor(
        subject,
        client(subject, token),
        groups.rolesOf(identity.getRoles()),
        id(token.getClaim(DEVICE)).orElse(null),
        Instant.ofEpochSecond(token.getExpirationTime()));
  }

  /** Some providers say azp, some client_id; who says neither is a client of its own. */
  private static String client(String subject, JsonWebToken token) {
    return Stream.of("azp", "client_id")
        .flatMap(claim -> id(token.getClaim(claim)).stream())
        .findFirst()
        .orElse(subject);
  }

  private static Optional<String> id(@Nullable Object claim) {
    return claim instanceof String text && ID.matcher(text).matches()
        ? Optional.of(text)
        : Optional.empty();
  }
}
