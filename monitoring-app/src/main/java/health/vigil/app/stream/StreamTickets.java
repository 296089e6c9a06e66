package health.vigil.app.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.secret.KeyedHash;
import health.vigil.app.secret.ServerSecret;
import health.vigil.app.security.Actor;
import health.vigil.app.security.Tickets;
import health.vigil.refusal.Refusal;
import health.vigil.ward.WardId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that every node with the same secret understands: what they say, and a keyed hash of it.
 * Nobody else can make or change one. No list of them is kept, so one may be used more than once
 * until it expires.
 */
@Singleton
class StreamTickets implements Tickets {
  /** Long enough to open a stream, too short to be found in somebody's log. */
  static final Duration VALID_FOR = Duration.ofSeconds(30);

  /** With the hash and the rest of a request it fits into the line that the server reads. */
  private static final int LONGEST = 6_000;

  private static final Pattern FORM =
      Pattern.compile("(?<said>[A-Za-z0-9_-]{1," + LONGEST + "})\\.(?<hash>[0-9a-f]{64})");

  private final KeyedHash hash;
  private final ObjectMapper mapper;
  private final Clock clock;

  StreamTickets(ServerSecret secret, ObjectMapper mapper, Clock clock) {
    this.hash = secret.hashFor("stream ticket");
    this.mapper = mapper;
    this.clock = clock;
  }

  /** A ticket that begins now; it ends no later than the token. */
  Ticket issue(Actor actor, @Nullable WardId ward) {
    Instant latest = clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(VALID_FOR);
    return new Ticket(actor, ward, actor.until().isBefore(latest) ? actor.until() : latest);
  }

  /**
   * @throws Refusal when it says more than there is room for
   */
  String text(Ticket ticket) {
    try {
      String said = encoded(mapper.writeValueAsString(TicketText.of(ticket)));
      if (said.length() > LONGEST) {
        throw Refusal.invalid("ward", "must be named: your wards are too many for one ticket");
      }
      return said + "." + hash.hex(said);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a ticket can be written", impossible);
    }
  }

  /** Empty when it was not made here, or has expired. */
  Optional<Ticket> read(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && isOurs(form.group("said"), form.group("hash"))
        ? Optional.of(ticket(form.group("said"))).filter(this::holds)
        : Optional.empty();
  }

  @Override
  public Optional<Actor> actor(String ticket) {
    return read(ticket).map(Ticket::actor);
  }

  private boolean holds(Ticket ticket) {
    return clock.instant().isBefore(ticket.expiresAt());
  }

  /** In the same time, however much of it is right. */
  private boolean isOurs(String said, String claimed) {
    return MessageDigest.isEqual(
        hash.hex(said).getBytes(StandardCharsets.US_ASCII),
        claimed.getBytes(StandardCharsets.US_ASCII));
  }

  private Ticket ticket(String said) {
    try {
      return mapper.readValue(Base64.getUrlDecoder().decode(said), TicketText.class).ticket();
    } catch (IOException impossible) {
      throw new IllegalStateException("what was written here can be read", impossible);
    }
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
