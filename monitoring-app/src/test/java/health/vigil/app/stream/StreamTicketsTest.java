package health.vigil.app.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.vigil.app.secret.ServerSecret;
import health.vigil.app.secret.ServerSecrets;
import health.vigil.app.security.Actor;
import health.vigil.app.security.Role;
import health.vigil.app.security.Wards;
import health.vigil.refusal.Refusal;
import health.vigil.ward.WardId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTicketsTest {
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final WardId NORTH = new WardId("North");
  private static final Wards NORTH_AND_SOUTH = new Wards(false, Set.of(NORTH, new WardId("Süd")));
  private static final ServerSecret SECRET = ServerSecrets.of("0123456789abcdef0123456789abcdef");
  private static final ServerSecret OTHER = ServerSecrets.of("fedcba9876543210fedcba9876543210");

  private final StreamTickets tickets = at(NINE, SECRET);

  @Test
  void a_ticket_stands_for_who_got_it() {
    Actor nurse = nurse(NINE.plusSeconds(3600));

    Ticket read = tickets.read(tickets.text(tickets.issue(nurse, NORTH))).orElseThrow();

    assertThat(read).isEqualTo(new Ticket(nurse, NORTH, NINE.plusSeconds(30)));
    assertThat(tickets.actor(tickets.text(read))).contains(nurse);
  }

  @Test
  void another_node_with_the_same_secret_takes_it_and_one_with_another_does_not() {
    String text = tickets.text(tickets.issue(nurse(NINE.plusSeconds(3600)), null));

    assertThat(at(NINE, SECRET).read(text)).isPresent();
    assertThat(at(NINE, OTHER).read(text)).isEmpty();
  }

  @Test
  void it_is_good_for_half_a_minute_and_never_longer_than_the_token() {
    String text = tickets.text(tickets.issue(nurse(NINE.plusSeconds(3600)), null));
    String soonOver = tickets.text(tickets.issue(nurse(NINE.plusSeconds(10)), null));

    assertThat(at(NINE.plusSeconds(29), SECRET).read(text)).isPresent();
    assertThat(at(NINE.plusSeconds(30), SECRET).read(text)).isEmpty();
    assertThat(at(NINE.plusSeconds(10), SECRET).read(soonOver)).isEmpty();
  }

  @Test
  void who_changes_it_has_none() {
    String text = tickets.text(tickets.issue(nurse(NINE.plusSeconds(3600)), NORTH));
    String said = new String(Base64.getUrlDecoder().decode(text.split("\\.")[0]), UTF_8);
    String more =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(said.replace("\"North\"", "\"*\"").getBytes(UTF_8));

    assertThat(said).contains("\"North\"");
    assertThat(tickets.read(more + "." + text.split("\\.")[1])).isEmpty();
  }

  @Test
  void who_has_a_hundred_wards_gets_one_and_who_has_too_many_is_told() {
    assertThat(tickets.read(tickets.text(tickets.issue(nurseOf(100), null)))).isPresent();
    assertThatThrownBy(() -> tickets.text(tickets.issue(nurseOf(200), null)))
        .isInstanceOf(Refusal.class);
  }

  private static Actor nurseOf(int wards) {
    Set<WardId> named =
        IntStream.range(0, wards)
            .mapToObj(number -> new WardId("intensive-care-of-the-heart-centre-" + number))
            .collect(Collectors.toSet());
    return new Actor(
        "nurse-1",
        "terminal",
        Map.of(Role.NURSE, new Wards(false, named)),
        null,
        NINE.plusSeconds(3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "e30.", "e30.00", "a.b", "e30", "\u0000", "%2e", "e30.é"})
  void what_is_no_ticket_is_none(String text) {
    assertThat(tickets.read(text)).isEmpty();
    assertThat(tickets.read("e30." + "0".repeat(64))).isEmpty();
    assertThat(tickets.read("A".repeat(100_000) + "." + "0".repeat(64))).isEmpty();
  }

  private static Actor nurse(Instant until) {
    return new Actor(
        "nurse-1",
        "ward-terminal",
        Map.of(Role.NURSE, NORTH_AND_SOUTH, Role.AUDITOR, Wards.ALL),
        null,
        until);
  }

  private static StreamTickets at(Instant now, ServerSecret secret) {
    return new StreamTickets(secret, new ObjectMapper(), Clock.fixed(now, ZoneOffset.UTC));
  }
}
