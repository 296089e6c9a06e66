package health.vigil.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnownTokensTest {
  private Instant now = Instant.parse("2026-11-23T08:00:00Z");
  private final KnownTokens known = new KnownTokens(new NowClock());

  @Test
  void a_token_that_held_is_known_for_a_minute() {
    known.remember("a", actor(Duration.ofHours(1)));

    pass(Duration.ofSeconds(59));
    assertThat(known.find("a")).isPresent();
    pass(Duration.ofSeconds(1));
    assertThat(known.find("a")).isEmpty();
  }

  @Test
  void it_is_not_known_longer_than_it_lives() {
    known.remember("a", actor(Duration.ofSeconds(10)));

    pass(Duration.ofSeconds(10));
    assertThat(known.find("a")).isEmpty();
  }

  @Test
  void another_token_is_not_known() {
    known.remember("a", actor(Duration.ofHours(1)));

    assertThat(known.find("b")).isEmpty();
  }

  @Test
  void the_eldest_are_forgotten_when_there_are_too_many() {
    known.remember("first", actor(Duration.ofHours(1)));
    for (int i = 0; i < KnownTokens.MOST; i++) {
      known.remember("later-" + i, actor(Duration.ofHours(1)));
    }

    assertThat(known.find("first")).isEmpty();
    assertThat(known.find("later-0")).isPresent();
  }

  private Actor actor(Duration life) {
    return new Actor("nurse-1", "ward-terminal", Map.of(), null, now.plus(life));
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private final class NowClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
