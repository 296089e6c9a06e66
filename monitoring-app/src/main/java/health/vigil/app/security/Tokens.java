package health.vigil.app.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes of a token that holds who acts. */
@Singleton
class Tokens {
  /** Ids stand in the log's metadata for ever, and in one line. */
  private static final Pattern ID = Pattern.compile("[\\p{L}\\p{Nd}._:@|/+=~-]{1,200}");

  /**
   * Names of directories have more: {@code CN=Doe\\, John,OU=Nurses}, {@code WARD\\o'neil}. What
   * ends a line, opens an expression or can not be seen is none, nor is a space at an end.
   */
  private static final Pattern SUBJECT =
      Pattern.compile("(?! )[\\p{L}\\p{M}\\p{Nd}._:@|/+=~,'\\\\#&() -]{1,200}(?<! )");

  private static final String DEVICE = "vigil_device";

  private static final Logger LOG = Logger.getLogger(Tokens.class);

  private final Groups groups;
  private final OddTokens odd;
  private final AtomicBoolean told = new AtomicBoolean();

  Tokens(Groups groups, OddTokens odd) {
    this.groups = groups;
    this.odd = odd;
  }

  /**
   * Nobody when there was no token.
   *
   * @param identity null when there was none
   * @throws UnusableSubject when the token says not well who its bearer is
   */
  Optional<Actor> actor(@Nullable SecurityIdentity identity) {
    if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    return Optional.of(actor(subject(token), token, identity));
  }

  /** Whoever runs the provider finds no other trace of why nobody is let in. */
  private String subject(JsonWebToken token) {
    @Nullable String subject = token.getSubject();
    if (subject != null && SUBJECT.matcher(subject).matches()) {
      return subject;
    }
    if (!told.getAndSet(true)) {
      LOG.warn("A token was refused for the form of its claim sub. This is said once.");
    }
    throw new UnusableSubject();
  }

  private Actor actor(String subject, JsonWebToken token, SecurityIdentity identity) {
    Actor actor =
        new Actor(
            subject,
            client(subject, token),
            groups.rolesOf(identity.getRoles()),
            id(token.getClaim(DEVICE)).orElse(null),
            Instant.ofEpochSecond(token.getExpirationTime()));
    odd.meet(actor, identity.getRoles());
    return actor;
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
