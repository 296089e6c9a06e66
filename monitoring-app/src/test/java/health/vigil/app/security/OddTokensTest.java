package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.vigil.ward.WardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OddTokensTest {
  private final LookUps lookUps = new LookUps();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final OddTokens odd =
      new OddTokens(
          new Groups(Configured.with(Map.of())),
          lookUps,
          ward -> ward.equals(new WardId("3B")),
          logged::add);

  @AfterEach
  void stop() {
    lookUps.stop();
  }

  @Test
  void a_slip_in_a_group_is_told_once_an_actor() {
    odd.meet(nurse("nadia", "3B"), Set.of("vigil:nures:3B", "vigil:nurse:3B", "staff"));
    odd.meet(nurse("nadia", "3B"), Set.of("vigil:nures:3B"));

    assertThat(logged)
        .containsExactly(
            "The token of nadia is in a group that means nothing here: vigil:nures:3B.");
  }

  @Test
  void a_ward_that_no_bed_has_is_told() {
    odd.meet(nurse("nadia", "3b"), Set.of("vigil:nurse:3b"));

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(logged)
                    .containsExactly(
                        "The token of nadia has a role in a ward that no bed has: 3b."));
  }

  @Test
  void what_would_break_a_line_is_not_repeated() {
    odd.meet(nurse("nadia", "3B"), Set.of("vigil:nurse\nWARN forged"));

    assertThat(logged)
        .containsExactly(
            "The token of nadia is in a group that means nothing here: (not printable).");
  }

  private static Actor nurse(String id, String ward) {
    Wards wards = new Wards(false, Set.of(new WardId(ward)));
    return new Actor(id, "terminal", Map.of(Role.NURSE, wards), null, Instant.MAX);
  }
}
