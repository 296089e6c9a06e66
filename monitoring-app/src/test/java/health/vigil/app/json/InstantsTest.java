package health.vigil.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.vigil.refusal.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T08:00:00Z",
        "2026-11-23t08:00:00.000z",
        "2026-11-23T09:30:00+01:30",
        "2026-11-23T08:00:00.000000999Z"
      })
  void times_with_an_offset_are_times(String text) {
    assertThat(Instants.parse("from", text)).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23",
        "2026-11-23T08:00:00",
        "2026-11-23T08:00Z",
        "2026-11-23T24:00:01Z",
        "2026-02-29T08:00:00Z",
        "2026-11-23T08:00:60Z",
        "2026-11-23 08:00:00Z",
        "1763884800",
        ""
      })
  void anything_else_is_not(String text) {
    assertThatThrownBy(() -> Instants.parse("from", text))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.errors().get(0).field()).isEqualTo("from"));
  }

  @Test
  void no_time_is_no_time() {
    assertThat(Instants.parse("from", null)).isNull();
  }
}
